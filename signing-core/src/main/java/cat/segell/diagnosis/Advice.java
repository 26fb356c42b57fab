// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.problem.Problem;
import java.util.List;

/** What just this card, its issuer or its software says after a problem, beside what is said of it to everybody. */
@FunctionalInterface
public interface Advice {

    /** For no problem. */
    Advice NONE = _ -> List.of();

    /** @return a sentence each; none for what it says nothing of */
    List<String> after(Problem problem);
}
