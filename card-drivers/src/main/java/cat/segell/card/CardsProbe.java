// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.catalogue.Middleware;
import cat.segell.card.catalogue.OperatingSystem;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.CardKind;
import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.CardSoftware;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.diagnosis.Fact.Holds;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.diagnosis.Fact.ReaderSeen;
import cat.segell.diagnosis.Fact.ReaderService;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Probe;
import cat.segell.problem.Problem;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a diagnosis of readers, the cards in them, drivers, and the tokens that drivers show, with what the catalogue knows of
 * each.
 *
 * @param cards as they were seen just now
 * @param language of the words of the catalogue
 */
public record CardsProbe(CardsAtHand cards, Catalogue catalogue, Language language) implements Probe {

    @Override
    public List<Fact> look() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new ReaderService(cards.readers().obstacle()));
        for (Reader reader : cards.readers().readers()) {
            facts.add(new ReaderSeen(reader.name(), holds(reader.state())));
            if (reader.hasCard()) {
                facts.add(card(reader));
            }
        }
        cards.drivers().forEach(driver -> facts.add(driver(driver)));
        tokens().map(this::token).forEach(facts::add);
        return facts;
    }

    private static Holds holds(ReaderState state) {
        return switch (state) {
            case EMPTY -> Holds.NOTHING;
            case CARD, EXCLUSIVE -> Holds.CARD;
            case MUTE -> Holds.MUTE;
            case UNAVAILABLE -> Holds.UNTOLD;
        };
    }

    private CardSeen card(Reader reader) {
        List<CardModel> models = cards.kinds(reader, catalogue);
        return new CardSeen(
                reader.name(),
                reader.atr().map(Atr::text),
                reader.state() == ReaderState.EXCLUSIVE,
                kind(models),
                reader.atr().isPresent() && models.isEmpty() ? softwareOfOthers() : software(models),
                others(models),
                cards.drivers(reader).map(DriverSight::module).toList());
    }

    /**
     * One that was merely found where the catalogue says that it would lie is known to serve other cards. One that registered
     * itself with the system, or that somebody added, may be this card's, unless the catalogue knows both and says it isn't.
     */
    private List<Path> others(List<CardModel> models) {
        boolean unknown = models.stream()
                .flatMap(model -> model.middleware().stream())
                .findAny()
                .isEmpty();
        return cards.drivers().stream()
                .filter(driver -> !driver.loaded() && driver.known().why() != Reason.CATALOGUE)
                .filter(driver -> unknown || driver.known().middleware().isEmpty())
                .map(DriverSight::module)
                .toList();
    }

    private CardKind kind(List<CardModel> models) {
        return new CardKind(
                models.stream().map(model -> model.name().in(language)).toList(),
                models.stream()
                        .flatMap(model -> model.note().stream())
                        .map(note -> note.in(language))
                        .distinct()
                        .toList(),
                !models.isEmpty() && models.stream().allMatch(CardModel::closed));
    }

    private List<CardSoftware> software(List<CardModel> models) {
        return models.stream()
                .flatMap(model -> catalogue.middleware(model).stream())
                .distinct()
                .map(each -> software(each, each.name()))
                .toList();
    }

    /** Of all that a card may be which nobody knows by its answer, the best for each. */
    private List<CardSoftware> softwareOfOthers() {
        return catalogue.cardsWithoutAtr().stream()
                .flatMap(model -> catalogue.middleware(model).stream()
                        .limit(1)
                        .map(each -> software(each, model.name().in(language) + ": " + each.name())))
                .toList();
    }

    private CardSoftware software(Middleware middleware, String name) {
        return new CardSoftware(
                name,
                middleware.install(OperatingSystem.current()).map(install -> name + ": " + install.in(language)),
                cards.drivers().stream()
                        .filter(driver -> driver.known().middleware().equals(Optional.of(middleware.id())))
                        .map(DriverSight::module)
                        .toList());
    }

    private DriverSeen driver(DriverSight driver) {
        List<Problem> faults = cards.faults(driver);
        return new DriverSeen(
                driver.module(),
                faults,
                driver.problems().stream()
                        .filter(problem -> !faults.contains(problem))
                        .toList());
    }

    /** Those of the cards in readers once, then those that are in no reader. */
    private Stream<TokenInSlot> tokens() {
        return Stream.concat(
                cards.readers().readers().stream().flatMap(reader -> cards.tokens(reader).stream()),
                cards.drivers().stream()
                        .flatMap(driver -> driver.tokens().stream())
                        .filter(token -> cards.reader(token).isEmpty()));
    }

    private TokenSeen token(TokenInSlot seen) {
        Issuer.Routes routes = catalogue
                .issuer(cards.content(seen), cards.reader(seen).flatMap(Reader::atr))
                .routes();
        return new TokenSeen(
                seen.token(),
                seen.empty(),
                false,
                new PinRoutes(
                        List.of(routes.unblock().in(language)),
                        List.of(routes.pukLocked().in(language)),
                        List.of(routes.changePin().in(language))));
    }
}
