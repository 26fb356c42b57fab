// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.ListedKey;
import cat.segell.cli.Out;
import cat.segell.problem.Problem;
import java.util.List;

/** Keys that could sign, on cards of a kind whose certificates their issuer revoked. */
record WithdrawnCards(List<ListedKey> keys, IssuerRoutes routes) {

    List<Problem> notices() {
        return keys.stream().flatMap(key -> routes.cardWithdrawn(key).stream()).toList();
    }

    /** Each with what is known of such cards. */
    void tell(Out out) {
        for (ListedKey key : keys) {
            routes.cardWithdrawn(key).ifPresent(notice -> {
                out.problem(notice);
                routes.withdrawn(key.credential().certificate(), out.language())
                        .forEach(line -> out.note(out.wrapped("  ", line)));
            });
        }
    }
}
