// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import java.util.List;

/** Looks at one part of the machine. What can't be looked at is a fact, too: a probe never fails. */
@FunctionalInterface
public interface Probe {
    List<Fact> look();
}
