// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Whether drivers can be loaded, and keep running. */
final class DriverRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        return facts.of(DriverSeen.class).stream()
                .flatMap(driver -> problems(driver, facts))
                .map(problem -> new Finding(facts.barred(), problem))
                .toList();
    }

    private static Stream<Problem> problems(DriverSeen driver, Facts facts) {
        boolean missed =
                facts.of(CardSeen.class).stream().anyMatch(card -> card.unread() && card.mayNeed(driver.module()));
        return Stream.concat(driver.faults().stream(), missed ? driver.others().stream() : Stream.of());
    }
}
