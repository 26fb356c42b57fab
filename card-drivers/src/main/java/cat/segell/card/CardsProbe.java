// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.catalogue.Middleware;
import cat.segell.card.catalogue.OperatingSystem;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.token.TokenInSlot;
import cat.segell.certificate.CertificateReader;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.CardSeen;
import cat.segell.diagnosis.Fact.DriverSeen;
import cat.segell.diagnosis.Fact.Holds;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.diagnosis.Fact.ReaderSeen;
import cat.segell.diagnosis.Fact.ReaderService;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Probe;
import cat.segell.text.Language;
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
        List<CardModel> models = models(reader);
        List<Middleware> software = models.stream()
                .flatMap(model -> catalogue.middleware(model).stream())
                .distinct()
                .toList();
        return new CardSeen(
                reader.name(),
                reader.atr().map(Atr::text),
                reader.state() == ReaderState.EXCLUSIVE,
                models.stream().map(model -> model.name().in(language)).toList(),
                software.stream().map(Middleware::name).toList(),
                installing(reader, models, software),
                cards.drivers().stream()
                        .filter(driver -> serves(driver, software))
                        .map(DriverSight::module)
                        .toList(),
                cards.drivers(reader).map(DriverSight::module).toList());
    }

    private List<CardModel> models(Reader reader) {
        return reader.atr().map(catalogue::recognise).orElse(List.of());
    }

    private static boolean serves(DriverSight driver, List<Middleware> software) {
        return software.stream().anyMatch(each -> driver.known().middleware().equals(Optional.of(each.id())));
    }

    /**
     * What is peculiar about the card, then how its software is installed; for one that nobody knows, of all it may be; for one
     * that says nothing, nothing.
     */
    private List<String> installing(Reader reader, List<CardModel> models, List<Middleware> software) {
        if (reader.atr().isEmpty()) {
            return List.of();
        }
        if (models.isEmpty()) {
            return catalogue.cardsWithoutAtr().stream()
                    .flatMap(model -> catalogue.middleware(model).stream()
                            .limit(1)
                            .flatMap(each -> installing(each).stream())
                            .map(words -> model.name().in(language) + ": " + words))
                    .toList();
        }
        Stream<String> notes = models.stream()
                .flatMap(model -> model.note().stream())
                .map(note -> note.in(language))
                .distinct();
        return Stream.concat(notes, software.stream().flatMap(each -> installing(each).stream()))
                .toList();
    }

    private Optional<String> installing(Middleware middleware) {
        return middleware
                .install(OperatingSystem.current())
                .map(install -> middleware.name() + ": " + install.in(language));
    }

    private static DriverSeen driver(DriverSight driver) {
        return new DriverSeen(
                driver.module(),
                driver.faults(),
                driver.problems().stream()
                        .filter(problem -> !driver.faults().contains(problem))
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
        Issuer.Routes routes = routes(seen);
        return new TokenSeen(
                seen.token(),
                seen.empty(),
                false,
                new PinRoutes(
                        List.of(routes.unblock().in(language)),
                        List.of(routes.pukLocked().in(language)),
                        List.of(routes.changePin().in(language))));
    }

    /** By the certificates on it, else by the card; the usual ones where neither tells. */
    private Issuer.Routes routes(TokenInSlot seen) {
        List<String> policies = seen.credentials().stream()
                .flatMap(each -> CertificateReader.policies(each.certificate()).stream())
                .toList();
        Issuer issuer = policies.isEmpty()
                ? cards.reader(seen)
                        .flatMap(reader -> models(reader).stream().findFirst())
                        .map(catalogue::issuer)
                        .orElseGet(() -> catalogue.issuer(policies))
                : catalogue.issuer(policies);
        return issuer.routes();
    }
}
