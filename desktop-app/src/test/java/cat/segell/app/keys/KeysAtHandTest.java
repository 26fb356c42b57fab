// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.keys.KeysAtHand.Missing;
import cat.segell.card.CardsAtHand;
import cat.segell.card.CardsProbe;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.credential.ListedToken;
import cat.segell.credential.Listing;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.diagnosis.Advice;
import cat.segell.diagnosis.UnreadCard;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardClosed;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.CardUnknown;
import cat.segell.problem.ReaderProblem.CardUnread;
import cat.segell.problem.ReaderProblem.CardWithoutDriver;
import cat.segell.problem.ReaderProblem.ReaderNone;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysAtHandTest {

    @Test
    void nothingIsOnTheCard() {
        assertThat(missing(token("T-CAT", true))).isEqualTo(new KeyNone(new TokenEmpty("T-CAT")));
    }

    /** A key without its certificate, or certificates that sign nothing. */
    @Test
    void whatIsOnTheCardIsNothingToSignWith() {
        assertThat(missing(token("T-CAT", false))).isEqualTo(new KeyNone(new CertNone()));
        assertThat(missing(token("Empty", true), token("T-CAT", false))).isEqualTo(new KeyNone(new CertNone()));
    }

    @Test
    void withoutACardTheReadersTell() {
        assertThat(missing()).isEqualTo(new KeyNone(new ReaderNone()));
    }

    @Test
    void whoHasPutACardInIsToldWhatItLacks() {
        assertThat(missing(card("3B00"))).isInstanceOf(CardUnknown.class);
        assertThat(missing(card(ESTONIAN))).isInstanceOf(CardWithoutDriver.class);
        assertThat(missing(card(CLOSED), broken(Reason.SETTING, ""))).isInstanceOf(CardClosed.class);
    }

    @Test
    void whatIsPeculiarAboutTheCardIsToldWithIt() {
        assertThat(seen(Listing.NOTHING, List.of(card(CLOSED))).missing().advice())
                .singleElement()
                .asString()
                .contains("A new DNI is needed");
    }

    /** It may be on just that card. */
    @Test
    void whoAsksForAKeyThatIsNotThereIsToldOfACardThatNobodyReads() {
        Advice besides = seen(Listing.NOTHING, List.of(card(CLOSED))).besides();
        assertThat(besides.after(new KeyNotFound("0011")))
                .singleElement()
                .asString()
                .startsWith("Besides, there is a card here that no driver reads")
                .contains("CARD-CLOSED");
        assertThat(besides.after(WRONG)).isEmpty();
        assertThat(seen(Listing.NOTHING, List.of()).besides().after(new KeyNotFound("0011")))
                .isEmpty();
    }

    /** Nobody shall install what is installed and doesn't work. */
    @Test
    void theFaultOfTheCardsOwnDriverIsTold() {
        assertThat(missing(card(ESTONIAN), broken(Reason.CATALOGUE, "opensc"))).isEqualTo(WRONG);
        assertThat(missing(card(ESTONIAN), broken(Reason.P11_KIT, "opensc"))).isEqualTo(WRONG);
        assertThat(besides(card(ESTONIAN), broken(Reason.P11_KIT, "opensc"))).isEmpty();
    }

    /** It may be why, and nobody knows: what is known of the card comes first. */
    @Test
    void theFaultOfWhatRegisteredItselfOrWasAddedIsToldBesides() {
        toldBesides("3B00", CardUnknown.class, broken(Reason.P11_KIT, "opensc"));
        toldBesides("3B00", CardUnknown.class, broken(Reason.POLICY, "bit4id"));
        // Of a card that it may be.
        toldBesides("3B00", CardUnknown.class, broken(Reason.CATALOGUE, "bit4id"));
        toldBesides(ESTONIAN, CardWithoutDriver.class, broken(Reason.P11_KIT, ""));
        toldBesides(ESTONIAN, CardWithoutDriver.class, broken(Reason.SETTING, ""));
        toldBesides(ESTONIAN, CardUnread.class, works("opensc"), broken(Reason.SETTING, ""));
    }

    private static void toldBesides(String atr, Class<? extends Problem> why, DriverSight... drivers) {
        Missing missing = seen(Listing.NOTHING, List.of(card(atr)), drivers).missing();
        assertThat(missing.problem()).isInstanceOf(why);
        assertThat(missing.after(missing.problem()).getLast())
                .startsWith("Besides, a driver on this computer does not work")
                .contains("/usr/lib/driver.so was made for arm64", "Install the edition", "DRIVER-WRONG-ARCH");
        assertThat(missing.after(WRONG)).isEmpty();
    }

    @Test
    void itsOwnDriverThatDoesNotStartIsWhy() {
        DriverSight init = new DriverSight(
                new KnownModule(DRIVER, Reason.P11_KIT, Optional.of("opensc")),
                false,
                List.of(),
                List.of(new DriverFailed(DRIVER, "C_Initialize", "CKR_GENERAL_ERROR (0x5)")));
        assertThat(missing(card(ESTONIAN), init)).isInstanceOf(DriverFailed.class);
    }

    @Test
    void anotherCardsBrokenDriverIsNotWhy() {
        assertThat(missing(card(ESTONIAN), broken(Reason.CATALOGUE, "bit4id"))).isInstanceOf(CardWithoutDriver.class);
        assertThat(missing(card(ESTONIAN), broken(Reason.P11_KIT, "bit4id"))).isInstanceOf(CardWithoutDriver.class);
        assertThat(missing(card("3B00"), broken(Reason.CATALOGUE, "opensc"))).isInstanceOf(CardUnknown.class);
        assertThat(besides(card("3B00"), broken(Reason.CATALOGUE, "opensc"))).isEmpty();
        assertThat(besides(card(ESTONIAN), broken(Reason.CATALOGUE, "bit4id"))).isEmpty();
        Reader empty = new Reader("Reader", ReaderState.EMPTY, Optional.empty(), 1);
        assertThat(missing(empty, broken(Reason.P11_KIT, "opensc"))).isEqualTo(new KeyNone(new CardNone()));
    }

    /** One that works and sees nothing isn't broken, whatever a slot of it says. */
    @Test
    void aDriverThatWorksIsNotWhy() {
        DriverSight works = new DriverSight(
                new KnownModule(DRIVER, Reason.P11_KIT, Optional.empty()), true, List.of(), List.of(WRONG));
        assertThat(missing(card(ESTONIAN), works)).isInstanceOf(CardWithoutDriver.class);
    }

    /** Where no card is to be told of, what broke may be why. */
    @Test
    void whatBrokeComesBeforeAnEmptyReader() {
        Listing broken = new Listing(List.of(), List.of(), List.of(WRONG));
        Reader empty = new Reader("Reader", ReaderState.EMPTY, Optional.empty(), 1);
        assertThat(seen(broken, List.of(empty)).missing().problem()).isEqualTo(WRONG);
        assertThat(seen(broken, List.of(empty)).onCards()).isEmpty();
        assertThat(seen(broken, List.of(card(CLOSED))).missing().problem()).isInstanceOf(CardClosed.class);
    }

    private static final Path DRIVER = Path.of("/usr/lib/driver.so");
    private static final Problem WRONG = new DriverWrongArch(DRIVER, "arm64", "x86_64");

    /** Of the catalogue: OpenSC reads it. */
    private static final String ESTONIAN = "3BDB960080B1FE451F830012233F536549440F9000F1";

    private static final String CLOSED = "3B7F960000006A444E49650101010101010F6581";

    private static Reader card(String atr) {
        return new Reader("Reader", ReaderState.CARD, Optional.of(new Atr(atr)), 1);
    }

    private static DriverSight broken(Reason why, String middleware) {
        Optional<String> known = Optional.of(middleware).filter(each -> !each.isEmpty());
        return new DriverSight(new KnownModule(DRIVER, why, known), false, List.of(), List.of(WRONG));
    }

    private static DriverSight works(String middleware) {
        return new DriverSight(
                new KnownModule(Path.of("/usr/lib/works.so"), Reason.P11_KIT, Optional.of(middleware)),
                true,
                List.of(),
                List.of());
    }

    private static Optional<String> besides(Reader reader, DriverSight... drivers) {
        return seen(Listing.NOTHING, List.of(reader), drivers).missing().besides();
    }

    private static Problem missing(Reader reader, DriverSight... drivers) {
        return seen(Listing.NOTHING, List.of(reader), drivers).missing().problem();
    }

    private static Problem missing(ListedToken... tokens) {
        return seen(new Listing(List.of(), List.of(), List.of(tokens), List.of()), List.of())
                .missing()
                .problem();
    }

    private static KeysAtHand seen(Listing listing, List<Reader> readers, DriverSight... drivers) {
        CardsAtHand cards = new CardsAtHand(new ReadersSnapshot(readers, Optional.empty()), List.of(drivers));
        List<UnreadCard> unread = UnreadCard.of(new CardsProbe(cards, Catalogue.bundled(), Language.EN).look());
        return new KeysAtHand(listing, cards, unread, Catalogue.bundled(), Language.EN);
    }

    private static ListedToken token(String label, boolean empty) {
        return new ListedToken(new Token(label, "1", PinState.READY, PinTries.ENOUGH), empty);
    }
}
