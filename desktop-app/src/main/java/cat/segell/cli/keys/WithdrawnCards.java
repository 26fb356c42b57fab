// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.ListedKey;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.problem.Problem;
import java.util.List;

/** Keys that could sign, on cards of a kind whose certificates their issuer revoked. */
public record WithdrawnCards(List<ListedKey> keys, IssuerRoutes routes) {

    public WithdrawnCards {
        keys = List.copyOf(keys);
    }

    List<Problem> notices() {
        return keys.stream()
                .<Problem>flatMap(key -> routes.cardWithdrawn(key).stream())
                .toList();
    }

    /** Each with what is known of such cards. */
    void tell(Out out) {
        keys.forEach(key -> routes.cardWithdrawn(key).ifPresent(notice -> tell(notice, key.credential(), routes, out)));
    }

    /** Of the one that is about to sign. */
    public static void tell(Credential credential, IssuerRoutes routes, Out out) {
        routes.cardWithdrawn(credential).ifPresent(notice -> tell(notice, credential, routes, out));
    }

    private static void tell(Problem notice, Credential credential, IssuerRoutes routes, Out out) {
        out.problem(notice);
        routes.aboutWithdrawn(credential.certificate(), out.language())
                .forEach(line -> out.note(out.wrapped("  ", line)));
    }
}
