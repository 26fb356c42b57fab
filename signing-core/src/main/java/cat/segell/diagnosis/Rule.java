// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import java.util.List;

/** Draws conclusions on one subject from all facts: the same facts, the same findings. */
@FunctionalInterface
interface Rule {
    List<Finding> findings(Facts facts);
}
