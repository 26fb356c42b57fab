// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.problem.KeyProblem.DriverConflict;
import cat.segell.problem.ReaderProblem;
import java.util.List;
import java.util.Optional;

/** Whether the cards that are in readers are read by a driver, and by one only. */
final class CardRule implements Rule {

    @Override
    public List<Finding> findings(Facts facts) {
        return facts.of(CardSeen.class).stream()
                .flatMap(card -> (card.unread() ? unread(card, facts) : read(card, facts)).stream())
                .toList();
    }

    private static Optional<Finding> unread(CardSeen card, Facts facts) {
        UnreadCard unread = UnreadCard.of(card, facts.of(DriverSeen.class));
        // What is wrong with its driver is told with the drivers.
        return unread.why() instanceof ReaderProblem
                ? Optional.of(new Finding(facts.barred(), unread.why(), unread.advice()))
                : Optional.empty();
    }

    /** Two drivers for one card are common and mostly get along; where one of them breaks, the other may be why. */
    private static Optional<Finding> read(CardSeen card, Facts facts) {
        if (card.readers().size() < 2) {
            return Optional.empty();
        }
        boolean broken = facts.of(DriverSeen.class).stream()
                .filter(driver -> card.readers().contains(driver.module()))
                .anyMatch(driver -> !driver.faults().isEmpty());
        return Optional.of(new Finding(
                broken ? Severity.WARNING : Severity.OK, new DriverConflict(card.reader(), card.readers())));
    }
}
