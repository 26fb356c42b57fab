// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The drivers that cards in readers need, whether they work or not. */
public record DriversOfCards(CardsAtHand cards, Catalogue catalogue) {

    /**
     * What keeps the driver of a card that nobody reads from working: nobody has to install what is installed and broken.
     * A driver that was merely found is a card's own where the catalogue says so, or where it registered itself with the
     * system and the catalogue names another one for none of these cards.
     */
    public Optional<Problem> fault() {
        return unread().flatMap(reader -> Stream.concat(broken(named(reader)), broken(registered(reader))))
                .findFirst();
    }

    private Stream<Reader> unread() {
        return cards.readers().readers().stream()
                .filter(Reader::hasCard)
                .filter(reader -> cards.drivers(reader).findAny().isEmpty());
    }

    private Stream<Problem> broken(Predicate<DriverSight> meant) {
        return cards.drivers().stream()
                .filter(driver -> !driver.loaded() && meant.test(driver))
                .flatMap(driver -> driver.problems().stream());
    }

    private Predicate<DriverSight> named(Reader reader) {
        List<String> serving = serving(reader);
        return driver -> driver.known().middleware().filter(serving::contains).isPresent();
    }

    /** Of a card that the catalogue doesn't know, and of a driver that it doesn't, it can't say that they don't fit. */
    private Predicate<DriverSight> registered(Reader reader) {
        boolean unknown = serving(reader).isEmpty();
        return driver -> driver.known().why() == Reason.P11_KIT
                && (unknown || driver.known().middleware().isEmpty());
    }

    private List<String> serving(Reader reader) {
        return reader.atr().map(catalogue::recognise).orElse(List.of()).stream()
                .map(CardModel::middleware)
                .flatMap(List::stream)
                .toList();
    }
}
