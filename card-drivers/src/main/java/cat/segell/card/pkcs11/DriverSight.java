// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * A driver, and what can be seen through it.
 *
 * @param loaded whether its module answered
 * @param problems why it didn't, or of single slots
 */
public record DriverSight(Path module, boolean loaded, List<TokenInSlot> tokens, List<Problem> problems) {

    public DriverSight {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }
}
