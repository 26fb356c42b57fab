// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a person should know although it stops nothing, until they have taken it.
 *
 * @param advice what is said after it of just this certificate or card, a sentence each
 * @param expiring SHA-256 of the certificate, in hex, where it is told each day anew how long that is valid
 */
public record StandingNotice(Problem problem, List<String> advice, Optional<String> expiring) {

    public StandingNotice {
        advice = List.copyOf(advice);
    }

    /** One that is told once. */
    public StandingNotice(Problem problem, List<String> advice) {
        this(problem, advice, Optional.empty());
    }

    /** One with nothing to add. */
    public StandingNotice(Problem problem) {
        this(problem, List.of());
    }

    /** Whether it says what the other said, as it is now. */
    public boolean takesThePlaceOf(StandingNotice other) {
        return equals(other) || (expiring.isPresent() && expiring.equals(other.expiring));
    }
}
