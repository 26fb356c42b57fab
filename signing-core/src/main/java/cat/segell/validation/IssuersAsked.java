// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.problem.RevocationProblem;
import java.util.List;

/**
 * Whether issuers could be asked what they revoked, and what hindered those that were.
 *
 * @param allowed whether this validation might use the network
 * @param unanswered of services that told nothing, where the verdict lacks that
 */
public record IssuersAsked(boolean allowed, List<RevocationProblem> unanswered) {

    /** Without network. */
    public static final IssuersAsked NOBODY = new IssuersAsked(false, List.of());

    public IssuersAsked {
        unanswered = List.copyOf(unanswered);
    }
}
