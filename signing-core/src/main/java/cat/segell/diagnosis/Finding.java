// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.problem.Problem;
import java.util.List;

/**
 * What a rule concluded.
 *
 * @param problem what it is, why, and what to do
 * @param advice the same more exactly for this card or issuer, where that is known; in the language of the probe
 */
public record Finding(Severity severity, Problem problem, List<String> advice) {

    public Finding {
        advice = List.copyOf(advice);
    }

    Finding(Severity severity, Problem problem) {
        this(severity, problem, List.of());
    }
}
