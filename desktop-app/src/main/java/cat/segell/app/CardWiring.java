// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.keys.KeysAtHand.Missing;
import cat.segell.app.keys.KeysProbe;
import cat.segell.app.keys.TokenNames;
import cat.segell.card.CardsAtHand;
import cat.segell.card.CardsProbe;
import cat.segell.card.KindsInReaders;
import cat.segell.card.PresenceInReaders;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Pcsc;
import cat.segell.card.pcsc.PcscNative;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.ServiceSocket;
import cat.segell.card.pinchange.Pkcs11PinChange;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.card.token.SeenOnce;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.diagnosis.Diagnosis;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.diagnosis.Probe;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.Problem;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cards, their readers and drivers. */
public final class CardWiring implements AutoCloseable {

    private final Start start;
    private final KnownDrivers drivers;
    private final Pkcs11Source tokens;

    CardWiring(Start start, KnownDrivers drivers) {
        this.start = start;
        this.drivers = drivers;
        this.tokens =
                new Pkcs11Source(drivers::modules, drivers.setup(), new PresenceInReaders(this::readers), kinds());
    }

    private CardKinds kinds() {
        return new KindsInReaders(this::readers, () -> drivers.catalogue().catalogue());
    }

    CredentialSource tokens() {
        return tokens;
    }

    /** Other PINs for cards. */
    public PinChange pinChange() {
        return new Pkcs11PinChange(drivers::modules, drivers.setup(), new PresenceInReaders(this::readers), kinds());
    }

    /** Readers, cards and drivers as they are now. */
    public CardsAtHand atHand() {
        return atHand(Optional.empty());
    }

    /** @param named the one driver to ask, whether it is known or not */
    private CardsAtHand atHand(Optional<Path> named) {
        return new CardsAtHand(readers(), tokens.drivers(named));
    }

    /** Readers as they are now. */
    public ReadersSnapshot readers() {
        return ReaderWatch.look(pcsc());
    }

    /**
     * Tokens as they are now, with what their issuers say of their PINs.
     *
     * @param named the one driver to ask, whether it is known or not
     */
    public List<TokenSeen> seen(Optional<Path> named, Language language) {
        return probe(atHand(named), language).look().stream()
                .filter(TokenSeen.class::isInstance)
                .map(TokenSeen.class::cast)
                .toList();
    }

    /**
     * The card that no driver reads, where none is read.
     *
     * @param named the one driver to ask, whether it is known or not
     */
    public Optional<Missing> onlyUnread(Optional<Path> named, Language language) {
        List<Fact> facts = probe(atHand(named), language).look();
        return facts.stream().anyMatch(TokenSeen.class::isInstance)
                ? Optional.empty()
                : UnreadCard.of(facts).stream().findFirst().map(card -> Missing.of(card, language));
    }

    /**
     * Keys, and the cards in readers; drivers are looked at once.
     *
     * @param others what is found without a driver
     * @param language of what the catalogue says of cards that nobody reads
     */
    KeysAtHand keys(Listing others, Language language) {
        Pkcs11Source.Survey survey = tokens.survey();
        CardsAtHand cards = new CardsAtHand(readers(), survey.drivers());
        return new KeysAtHand(
                SeenOnce.of(List.of(survey.listing(), others)),
                cards,
                UnreadCard.of(probe(cards, language).look()),
                drivers.catalogue().catalogue(),
                language);
    }

    /** What tokens are called by their readers and one key of them: no driver is looked at. */
    public TokenNames names() {
        return new TokenNames(
                new CardsAtHand(readers(), List.of()), drivers.catalogue().catalogue());
    }

    private CardsProbe probe(CardsAtHand cards, Language language) {
        return new CardsProbe(cards, drivers.catalogue().catalogue(), language);
    }

    /** PC/SC of this system. */
    public Pcsc pcsc() {
        return ServiceSocket.of(start.environment())
                .explaining(new PcscNative(start.dirs().natives()));
    }

    /**
     * What stands between this person and a signature; drivers are looked at once, and no PIN is asked for.
     *
     * @param others what is found without a driver
     * @param more what is looked at beside cards
     */
    Diagnosis diagnosis(Listing others, Probe more, Language language) {
        Clock clock = Clock.systemUTC();
        Catalogue catalogue = drivers.catalogue().catalogue();
        Pkcs11Source.Survey survey = tokens.survey();
        Listing all = SeenOnce.of(List.of(survey.listing(), others));
        List<Problem> unseen = new ArrayList<>(others.problems());
        unseen.addAll(tokens.notices());
        ReadersSnapshot readers = readers();
        CardsAtHand cards = new CardsAtHand(readers, survey.drivers());
        return new Diagnosis(
                List.of(
                        new CardsProbe(cards, catalogue, language),
                        new KeysProbe(
                                all, unseen, new IssuerRoutes(catalogue, () -> readers), language, clock.instant()),
                        more),
                clock);
    }

    /** Ends the processes of card drivers. */
    @Override
    public void close() {
        tokens.close();
    }
}
