// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.CardSoftware;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardClosed;
import cat.segell.problem.ReaderProblem.CardHeld;
import cat.segell.problem.ReaderProblem.CardMute;
import cat.segell.problem.ReaderProblem.CardUnknown;
import cat.segell.problem.ReaderProblem.CardUnread;
import cat.segell.problem.ReaderProblem.CardWithoutDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A card in a reader that no driver reads: told alike wherever that is told.
 *
 * @param why what keeps it from being read; where its own driver is broken, what is wrong with that
 * @param advice what is peculiar about the card, and how software that isn't here would be installed, a sentence each
 * @param besides what is wrong with a driver of which nobody knows whether it is this card's: it may be why, and may be not
 */
public record UnreadCard(String reader, Problem why, List<String> advice, Optional<Problem> besides) {

    public UnreadCard {
        advice = List.copyOf(advice);
    }

    /** All of them, in the order of their readers. */
    public static List<UnreadCard> of(List<Fact> facts) {
        List<DriverSeen> drivers = facts.stream()
                .filter(DriverSeen.class::isInstance)
                .map(DriverSeen.class::cast)
                .toList();
        return facts.stream()
                .filter(CardSeen.class::isInstance)
                .map(CardSeen.class::cast)
                .filter(CardSeen::unread)
                .map(card -> of(card, drivers))
                .toList();
    }

    static UnreadCard of(CardSeen card, List<DriverSeen> drivers) {
        String name = String.join(" · ", card.kind().names());
        // Where another program holds the card, it says nothing or is closed, no software helps.
        if (card.held()) {
            return new UnreadCard(card, new CardHeld(card.reader()));
        }
        if (card.atr().isEmpty()) {
            return new UnreadCard(card, new CardMute(card.reader()));
        }
        if (card.kind().closed()) {
            return new UnreadCard(
                    card.reader(),
                    new CardClosed(card.reader(), name),
                    card.kind().notes(),
                    Optional.empty());
        }
        Optional<Problem> own = fault(card.drivers(), drivers);
        Optional<Problem> other = fault(card.others(), drivers);
        if (card.kind().names().isEmpty()) {
            // What a card may be that nobody knows makes no driver its own.
            return advised(card, new CardUnknown(card.reader(), card.atr().get()), own.or(() -> other));
        }
        // What is wrong with its own driver says more than that none reads the card: nobody has to install what is
        // here.
        if (own.isPresent()) {
            return new UnreadCard(card, own.get());
        }
        if (card.drivers().isEmpty()) {
            return advised(card, new CardWithoutDriver(card.reader(), name, names(card.software())), other);
        }
        return advised(card, new CardUnread(card.reader(), name, names(here(card))), other);
    }

    private UnreadCard(CardSeen card, Problem why) {
        this(card.reader(), why, List.of(), Optional.empty());
    }

    private static UnreadCard advised(CardSeen card, Problem why, Optional<Problem> besides) {
        // Nobody is told to install what is here.
        Stream<String> installing =
                card.software().stream().filter(each -> !each.isHere()).flatMap(each -> each.installing().stream());
        return new UnreadCard(
                card.reader(),
                why,
                Stream.concat(card.kind().notes().stream(), installing).toList(),
                besides);
    }

    private static List<CardSoftware> here(CardSeen card) {
        return card.software().stream().filter(CardSoftware::isHere).toList();
    }

    private static List<String> names(List<CardSoftware> software) {
        return software.stream().map(CardSoftware::name).toList();
    }

    private static Optional<Problem> fault(List<Path> meant, List<DriverSeen> drivers) {
        return drivers.stream()
                .filter(driver -> meant.contains(driver.module()))
                .flatMap(driver -> Stream.concat(driver.faults().stream(), driver.others().stream()))
                .findFirst();
    }
}
