// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.credential.ListedToken;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.ReaderNone;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyNoKeyTest {

    @Test
    void nothingIsOnTheCard() {
        assertThat(finding(token("T-CAT", true))).isEqualTo(new TokenEmpty("T-CAT"));
    }

    /** A key without its certificate, or certificates that sign nothing. */
    @Test
    void whatIsOnTheCardIsNothingToSignWith() {
        assertThat(finding(token("T-CAT", false))).isEqualTo(new CertNone());
        assertThat(finding(token("Empty", true), token("T-CAT", false))).isEqualTo(new CertNone());
    }

    @Test
    void withoutACardTheReadersTell() {
        assertThat(finding()).isEqualTo(new ReaderNone());
    }

    @Test
    void aCardThatNobodyReadsWantsADriver() {
        Reader reader = new Reader("Reader", ReaderState.CARD, Optional.of(new Atr("3B00")), 1);
        assertThat(finding(reader)).isEqualTo(new DriverNone());
    }

    /** Nobody shall install what is installed and doesn't work. */
    @Test
    void theFaultOfTheCardsOwnDriverIsTold() {
        assertThat(finding(card(ESTONIAN), broken(Reason.CATALOGUE, "opensc"))).isEqualTo(WRONG);
        assertThat(finding(card(ESTONIAN), broken(Reason.P11_KIT, "opensc"))).isEqualTo(WRONG);
    }

    @Test
    void theFaultOfWhatRegisteredItselfIsToldWhereItMayBeTheCards() {
        assertThat(finding(card("3B00"), broken(Reason.P11_KIT, "opensc"))).isEqualTo(WRONG);
        assertThat(finding(card(ESTONIAN), broken(Reason.P11_KIT, ""))).isEqualTo(WRONG);
        DriverSight init = new DriverSight(
                new KnownModule(DRIVER, Reason.P11_KIT, Optional.empty()),
                false,
                List.of(),
                List.of(new DriverFailed(DRIVER, "C_Initialize", "CKR_GENERAL_ERROR (0x5)")));
        assertThat(finding(card(ESTONIAN), init)).isInstanceOf(DriverFailed.class);
    }

    @Test
    void anotherCardsBrokenDriverIsNotWhy() {
        assertThat(finding(card(ESTONIAN), broken(Reason.CATALOGUE, "bit4id"))).isEqualTo(new DriverNone());
        assertThat(finding(card(ESTONIAN), broken(Reason.P11_KIT, "bit4id"))).isEqualTo(new DriverNone());
        assertThat(finding(card("3B00"), broken(Reason.CATALOGUE, "opensc"))).isEqualTo(new DriverNone());
        Reader empty = new Reader("Reader", ReaderState.EMPTY, Optional.empty(), 1);
        assertThat(finding(empty, broken(Reason.P11_KIT, "opensc"))).isEqualTo(new CardNone());
    }

    private static final Path DRIVER = Path.of("/usr/lib/driver.so");
    private static final Problem WRONG = new DriverWrongArch(DRIVER, "arm64", "x86_64");

    /** Of the catalogue: OpenSC reads it. */
    private static final String ESTONIAN = "3BDB960080B1FE451F830012233F536549440F9000F1";

    private static Reader card(String atr) {
        return new Reader("Reader", ReaderState.CARD, Optional.of(new Atr(atr)), 1);
    }

    private static DriverSight broken(Reason why, String middleware) {
        Optional<String> known = Optional.of(middleware).filter(each -> !each.isEmpty());
        return new DriverSight(new KnownModule(DRIVER, why, known), false, List.of(), List.of(WRONG));
    }

    private static Problem finding(Reader reader, DriverSight... drivers) {
        CardsAtHand cards = new CardsAtHand(new ReadersSnapshot(List.of(reader), Optional.empty()), List.of(drivers));
        return WhyNoKey.of(List.of(), () -> cards, Catalogue.bundled()).finding();
    }

    private static Problem finding(ListedToken... tokens) {
        return WhyNoKey.of(
                        List.of(tokens),
                        () -> {
                            assertThat(tokens)
                                    .as("what is asked of readers nobody wants")
                                    .isEmpty();
                            return new CardsAtHand(new ReadersSnapshot(List.of(), Optional.empty()), List.of());
                        },
                        Catalogue.bundled())
                .finding();
    }

    private static ListedToken token(String label, boolean empty) {
        return new ListedToken(new Token(label, "1", PinState.READY, PinTries.ENOUGH), empty);
    }
}
