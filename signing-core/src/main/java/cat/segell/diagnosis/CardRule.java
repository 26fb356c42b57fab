// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.problem.KeyProblem.DriverConflict;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardHeld;
import cat.segell.problem.ReaderProblem.CardMute;
import cat.segell.problem.ReaderProblem.CardUnknown;
import cat.segell.problem.ReaderProblem.CardUnread;
import cat.segell.problem.ReaderProblem.CardWithoutDriver;
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
        return problem(card, facts)
                .map(problem ->
                        new Finding(facts.barred(), problem, lacksSoftware(problem) ? card.installing() : List.of()));
    }

    /** Where another program holds the card, or it says nothing, no software helps. */
    private static boolean lacksSoftware(Problem problem) {
        return problem instanceof CardUnknown || problem instanceof CardWithoutDriver || problem instanceof CardUnread;
    }

    private static Optional<Problem> problem(CardSeen card, Facts facts) {
        if (card.held()) {
            return Optional.of(new CardHeld(card.reader()));
        }
        if (card.atr().isEmpty()) {
            return Optional.of(new CardMute(card.reader()));
        }
        if (card.kinds().isEmpty()) {
            return Optional.of(new CardUnknown(card.reader(), card.atr().get()));
        }
        String name = name(card);
        if (card.drivers().isEmpty()) {
            return Optional.of(new CardWithoutDriver(card.reader(), name, card.software()));
        }
        // What is wrong with the driver says more than that it doesn't read the card.
        return isBroken(card, facts) ? Optional.empty() : Optional.of(new CardUnread(card.reader(), name));
    }

    private static boolean isBroken(CardSeen card, Facts facts) {
        return facts.of(DriverSeen.class).stream()
                .filter(driver -> card.drivers().contains(driver.module()))
                .anyMatch(
                        driver -> !driver.faults().isEmpty() || !driver.others().isEmpty());
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

    private static String name(CardSeen card) {
        return String.join(" · ", card.kinds());
    }
}
