// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.NewPins;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.Sources;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.PivContent;
import cat.segell.card.fixture.piv.PivHistory.Event;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinLengths;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.TokenNone;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changing and unblocking the PIN of a card, counted on the card. */
@Tag("system")
@Tag("privileged")
class CardPinChangeTest {

    private static final TestPki PKI = TestPki.create();
    private static final String OLD = VirtualPivCard.PIN;
    private static final String NEW = "24680135";
    private static final String WRONG = "999999";
    private static final String PUK = VirtualPivCard.PUK;

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private VirtualPivCard card;
    private PinChange pins;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        card = VirtualPivCard.employee(PKI);
        pins = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(PcscDaemon.OPENSC)), daemon.setup(), Sources.UNTOLD, CardKinds.UNKNOWN);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void changesThePin() throws Exception {
        daemon.reader().insert(card);
        NewPins person = NewPins.of(OLD, NEW);
        assertThat(pins.change(TokenChoice.ONLY, person).label()).startsWith("Maria Prova Inventada");
        assertThat(person.asked().getFirst().lengths()).isEqualTo(new PinLengths(4, 8));
        assertThat(card.history().count(Event.PIN_CHANGED)).isEqualTo(1);
        assertThat(card.history().verifications()).isEqualTo(1);
        signs(NEW);
    }

    @Test
    void wrongPresentPinIsSentOnceAndChangesNothing() throws Exception {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of(WRONG, NEW))))
                .isInstanceOf(PinChangeRefused.class);
        assertThat(card.history().verifications()).isEqualTo(1);
        assertThat(card.history().count(Event.PIN_REFUSED)).isEqualTo(1);
        signs(OLD);
    }

    @Test
    void impossibleLengthsReachNoCard() throws Exception {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of(OLD, "123"))))
                .isInstanceOf(NewPinLength.class);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of("123456789", NEW))))
                .isInstanceOf(PinLength.class);
        assertThat(card.history().verifications()).isZero();
        signs(OLD);
    }

    @Test
    void whatTheCardDoesNotTakeLeavesTheOldPin() throws Exception {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of(OLD, "lletres"))))
                .isInstanceOf(NewPinRefused.class);
        signs(OLD);
    }

    @Test
    void lockedCardIsNotAskedForItsPin() {
        daemon.reader().insert(card);
        lock();
        NewPins person = NewPins.of(OLD, NEW);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, person))).isInstanceOf(TokenLocked.class);
        assertThat(person.asked()).isEmpty();
        assertThat(card.history().verifications()).isEqualTo(VirtualPivCard.TRIES);
    }

    @Test
    void lastTryIsTold() throws Exception {
        daemon.reader().insert(card);
        waste(VirtualPivCard.TRIES - 1);
        NewPins person = NewPins.of(OLD, NEW);
        pins.change(TokenChoice.ONLY, person);
        assertThat(person.asked().getFirst().lastTry()).isTrue();
        signs(NEW);
    }

    @Test
    void thePukUnblocks() throws Exception {
        daemon.reader().insert(card);
        lock();
        pins.unblock(TokenChoice.ONLY, NewPins.of(PUK, NEW));
        assertThat(card.history().count(Event.PIN_UNBLOCKED)).isEqualTo(1);
        signs(NEW);
    }

    @Test
    void wrongPukIsSentOnceAndSpendsNoTryOfThePin() throws Exception {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, NewPins.of("11111111", NEW))))
                .isInstanceOf(PukWrong.class);
        assertThat(card.history().count(Event.PUK_REFUSED)).isEqualTo(1);
        assertThat(card.history().verifications()).isZero();
        signs(OLD);
    }

    @Test
    void lockedPukIsToldAsSuch() {
        daemon.reader().insert(card);
        for (int i = 1; i < VirtualPivCard.TRIES; i++) {
            assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, NewPins.of("11111111", NEW))))
                    .isInstanceOf(PukWrong.class);
        }
        assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, NewPins.of("11111111", NEW))))
                .isInstanceOfAny(PukWrong.class, PukLocked.class);
        assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, NewPins.of(PUK, NEW))))
                .isInstanceOf(PukLocked.class);
        assertThat(card.history().count(Event.PIN_UNBLOCKED)).isZero();
    }

    @Test
    void anotherCardNeverSeesThePin() {
        daemon.reader().insert(card);
        VirtualPivCard other = VirtualPivCard.employee(PKI);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, swapping(other))))
                .isInstanceOf(TokenRemoved.class);
        assertThat(other.history().verifications()).isZero();
        assertThat(card.history().verifications()).isZero();
    }

    /** With the same holder and the same number: only the certificates tell them apart. */
    @Test
    void aTwinNeverSeesThePinNorThePuk() {
        daemon.reader().insert(card);
        VirtualPivCard twin = twin();
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, swapping(twin))))
                .isInstanceOf(TokenRemoved.class);
        daemon.reader().remove();
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, swapping(twin))))
                .isInstanceOf(TokenRemoved.class);
        assertThat(twin.history().events()).as("what the twin was sent").containsOnly(Event.POWERED);
        assertThat(card.history().events()).containsOnly(Event.POWERED);
    }

    private VirtualPivCard twin() {
        return new VirtualPivCard(PivContent.employee(PKI, KeyKind.RSA_2048)
                .numbered(card.content().guid()));
    }

    @Test
    void emptyReaderHoldsNoToken() {
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of(OLD, NEW))))
                .isEqualTo(new TokenNone());
    }

    private NewPinEntry swapping(VirtualPivCard other) {
        return new NewPinEntry() {
            @Override
            public Pin present(NewPinRequest request) {
                daemon.reader().remove();
                daemon.reader().insert(other);
                return new Pin(OLD.toCharArray());
            }

            @Override
            public Pin fresh(NewPinRequest request) {
                return new Pin(NEW.toCharArray());
            }
        };
    }

    private void signs(String pin) throws ProblemException {
        try (Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup());
                OpenCredential open = source.open(VirtualPivCard.signer(source), Person.entering(pin))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    private void lock() {
        waste(VirtualPivCard.TRIES - 1);
        try (Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup())) {
            assertThat(Problems.of(() -> source.open(VirtualPivCard.signer(source), Person.entering(WRONG))))
                    .isInstanceOf(TokenLocked.class);
        }
    }

    private void waste(int tries) {
        try (Pkcs11Source source = Sources.of(List.of(PcscDaemon.OPENSC), daemon.setup())) {
            for (int i = 0; i < tries; i++) {
                assertThat(Problems.of(() -> source.open(VirtualPivCard.signer(source), Person.entering(WRONG))))
                        .isInstanceOf(PinWrong.class);
            }
        }
    }
}
