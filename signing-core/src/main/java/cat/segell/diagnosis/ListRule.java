// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.ListTrouble;
import java.util.List;

/** Whether the trusted lists are good: who verifies misses them, who signs doesn't. */
final class ListRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        return facts.of(ListTrouble.class).stream()
                .map(trouble -> new Finding(Severity.WARNING, trouble.why()))
                .toList();
    }
}
