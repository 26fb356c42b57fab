// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardContent;
import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.CardTrace;
import cat.segell.card.token.TokenInSlot;
import cat.segell.credential.Credential;
import cat.segell.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Readers, and what drivers see of the cards in them. */
public record CardsAtHand(ReadersSnapshot readers, List<DriverSight> drivers) {

    public static final CardsAtHand NOTHING =
            new CardsAtHand(new ReadersSnapshot(List.of(), Optional.empty()), List.of());

    public CardsAtHand {
        drivers = List.copyOf(drivers);
    }

    /** The reader that a token is in; nothing for tokens that are in none, or in one that can't be told. */
    public Optional<Reader> reader(TokenInSlot token) {
        return new SlotNames(readers.readers()).reader(token.slot());
    }

    /**
     * The tokens of the card in a reader, each once: several drivers may see it, and not all see its keys. What two drivers
     * show of one card {@link CardTrace} tells, as everywhere; what one and the same driver shows alike is one.
     */
    public List<TokenInSlot> tokens(Reader reader) {
        List<Seen> once = new ArrayList<>();
        for (DriverSight driver : drivers(reader).toList()) {
            driver.tokens().stream()
                    .filter(token -> isIn(token, reader))
                    .forEach(token -> take(new Seen(driver, token), once));
        }
        return once.stream().map(Seen::token).toList();
    }

    /**
     * The kinds of card that one in a reader may be: what is on it tells more than its ATR, which names a chip that several
     * issuers use. None where nobody knows it.
     */
    public List<CardModel> kinds(Reader reader, Catalogue catalogue) {
        List<CardModel> told = tokens(reader).stream()
                .flatMap(token -> kinds(token, catalogue).stream())
                .distinct()
                .toList();
        return told.isEmpty() ? reader.atr().map(catalogue::recognise).orElse(List.of()) : told;
    }

    /** The kinds of card that have on them what a driver shows of a token. */
    public List<CardModel> kinds(TokenInSlot token, Catalogue catalogue) {
        return catalogue.recognise(content(token));
    }

    /** What a token's driver shows of it. */
    CardContent content(TokenInSlot token) {
        return new CardContent(
                token.credentials().stream().map(Credential::certificate).toList(),
                token.token().label(),
                drivers.stream()
                        .filter(driver -> driver.tokens().contains(token))
                        .flatMap(driver -> driver.known().middleware().stream())
                        .findFirst());
    }

    private record Seen(DriverSight driver, TokenInSlot token) {

        boolean is(Seen other) {
            CardTrace trace = token.trace();
            return driver.module().equals(other.driver.module())
                    ? trace.equals(other.token.trace())
                    : trace.isSameCard(other.token.trace());
        }
    }

    private static void take(Seen token, List<Seen> once) {
        for (int i = 0; i < once.size(); i++) {
            if (once.get(i).is(token)) {
                if (once.get(i).token().credentials().isEmpty()) {
                    once.set(i, token);
                }
                return;
            }
        }
        once.add(token);
    }

    private boolean isIn(TokenInSlot token, Reader reader) {
        return reader(token).equals(Optional.of(reader));
    }

    /**
     * Why a driver can't be used, as far as that concerns a person who didn't ask for drivers. One that was merely found and
     * doesn't start is as good as none where another one shows a card; where none does, a card may be behind just that one.
     */
    public List<Problem> faults(DriverSight driver) {
        List<Problem> faults = new ArrayList<>(driver.faults());
        if (drivers.stream().allMatch(each -> each.tokens().isEmpty())) {
            driver.startFaults().stream()
                    .filter(problem -> !faults.contains(problem))
                    .forEach(faults::add);
        }
        return List.copyOf(faults);
    }

    /** The same of all drivers. */
    public List<Problem> faults() {
        return drivers.stream()
                .flatMap(driver -> faults(driver).stream())
                .distinct()
                .toList();
    }

    /** The driver, told of before this one, that shows the card which a token is on. */
    public Optional<DriverSight> earlier(DriverSight driver, TokenInSlot token) {
        return drivers.stream()
                .takeWhile(each -> !each.module().equals(driver.module()))
                .filter(each ->
                        each.tokens().stream().anyMatch(other -> other.trace().isSameCard(token.trace())))
                .findFirst();
    }

    /** All drivers that see the card in a reader. */
    public Stream<DriverSight> drivers(Reader reader) {
        return drivers.stream().filter(driver -> driver.tokens().stream().anyMatch(token -> isIn(token, reader)));
    }
}
