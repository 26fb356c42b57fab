// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.ListedKey;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;

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

    /**
     * Of the one that is about to sign.
     *
     * @return what was told
     */
    public static Optional<CertCardWithdrawn> tell(Credential credential, IssuerRoutes routes, Out out) {
        Optional<CertCardWithdrawn> withdrawn = routes.cardWithdrawn(credential);
        withdrawn.ifPresent(notice -> tell(notice, credential, routes, out));
        return withdrawn;
    }

    private static void tell(Problem notice, Credential credential, IssuerRoutes routes, Out out) {
        out.problem(notice);
        routes.aboutWithdrawn(credential, out.language()).forEach(line -> out.note(out.wrapped("  ", line)));
    }
}
