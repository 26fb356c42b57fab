// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.problem.Problem;
import java.util.List;

/**
 * What a person should know although it stops nothing, until they have taken it.
 *
 * @param advice what is said after it of just this certificate or card, a sentence each
 */
public record StandingNotice(Problem problem, List<String> advice) {

    public StandingNotice {
        advice = List.copyOf(advice);
    }

    /** One with nothing to add. */
    public StandingNotice(Problem problem) {
        this(problem, List.of());
    }
}
