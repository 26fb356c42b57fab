// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.PresenceInReaders;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Shell;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.pcsc.SmartCard;
import cat.segell.card.fixture.piv.Fault;
import cat.segell.card.fixture.piv.PinRule;
import cat.segell.card.fixture.piv.PivContent;
import cat.segell.card.fixture.piv.PivHistory.Event;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pcsc.ClientSocket;
import cat.segell.card.pcsc.PcscNative;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinTries.Left;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Rounds;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenLoggedOut;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a PIN reaches a card, counted on the card, whatever goes wrong. */
@Tag("system")
@Tag("privileged")
class PinSafetyTest {

    private static final TestPki PKI = TestPki.create();
    private static final String RIGHT = VirtualPivCard.PIN;
    private static final String WRONG = "999999";

    @TempDir
    Path folder;

    private PcscDaemon daemon;
    private Pkcs11Source source;
    private VirtualPivCard card;

    @BeforeEach
    void start() {
        daemon = PcscDaemon.in(folder.resolve("pcsc")).start("Lector de proves");
        ClientSocket.pointTo(daemon);
        PcscNative readers = new PcscNative(folder.resolve("native"));
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(PcscDaemon.OPENSC)),
                daemon.setup().with(CardInUse.PATIENCE),
                new PresenceInReaders(() -> ReaderWatch.look(readers)),
                CardKinds.UNKNOWN);
        card = VirtualPivCard.employee(PKI);
    }

    @AfterEach
    void stop() {
        source.close();
        daemon.close();
    }

    @Test
    void onePinServesTheWholeBatch() throws Exception {
        daemon.reader().insert(card);
        Person person = Person.entering(RIGHT);
        try (OpenCredential open = open(person)) {
            for (int i = 0; i < 5; i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(person.asked()).hasSize(1);
        assertThat(card.history().verifications()).isEqualTo(1 + 5);
        PinRule.assertObeyed(card.history());
    }

    /** Before the first signature, and before another: the card wants the PIN in the very command before. */
    @Test
    void whatOthersReadInBetweenCostsNoPinAndNoSignature() throws Exception {
        daemon.reader().insert(card);
        Person person = Person.entering(RIGHT);
        try (OpenCredential open = open(person)) {
            for (int i = 0; i < 2; i++) {
                anotherApplicationLooks();
                assertThat(source.list().credentials()).isNotEmpty();
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(person.asked()).hasSize(1);
        assertThat(card.history().count(Event.NOT_SIGNED)).isZero();
        PinRule.assertObeyed(card.history());
    }

    /** In a process of its own. */
    private void anotherApplicationLooks() {
        long before = card.history().commands();
        Shell.run(
                folder,
                daemon.environment(),
                "pkcs11-tool",
                "--module",
                PcscDaemon.OPENSC.toString(),
                "--list-objects");
        assertThat(card.history().commands()).isGreaterThan(before);
    }

    @Test
    void aRefusedPinIsNeverSentAgain() throws Exception {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> open(Person.entering(WRONG)))).isInstanceOf(PinWrong.class);
        assertThat(card.history().verifications()).isEqualTo(1);
        try (OpenCredential open = open(Person.entering(RIGHT))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(card.history().count(Event.PIN_REFUSED)).isEqualTo(1);
        PinRule.assertObeyed(card.history());
    }

    /** Nobody asks again before a script's next run: what stands there now is all that it hears. */
    @Test
    void thatOneTryIsLeftIsToldWithTheRefusal() {
        daemon.reader().insert(card);
        assertThat(Problems.of(() -> open(Person.entering(WRONG))))
                .isInstanceOfSatisfying(
                        PinWrong.class, first -> assertThat(first.triesLeft()).isEmpty());
        assertThat(Problems.of(() -> open(Person.entering(WRONG))))
                .isInstanceOfSatisfying(
                        PinWrong.class, second -> assertThat(second.triesLeft()).hasValue(1));
        assertThat(card.history().count(Event.PIN_REFUSED)).isEqualTo(2);
        assertThat(card.history().verifications()).isEqualTo(2);
    }

    @Test
    void anotherEntryMayFollowARefusedOneAndEachIsSentOnce() throws Exception {
        daemon.reader().insert(card);
        Person person = Person.trying(WRONG, WRONG, RIGHT);
        try (OpenCredential open = PinAttempts.with(person, () -> open(person))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(person.asked())
                .extracting(request -> request.token().tries().left())
                .as("the card is looked at before each entry")
                .containsExactly(Left.ENOUGH, Left.ENOUGH, Left.LAST);
        assertThat(card.history().count(Event.PIN_REFUSED)).isEqualTo(2);
        PinRule.assertObeyed(card.history());
    }

    @Test
    void lastTryIsToldWithTheQuestion() throws Exception {
        daemon.reader().insert(card);
        waste(VirtualPivCard.TRIES - 1);
        Person careful = Person.absent();
        assertThat(Problems.of(() -> open(careful))).isInstanceOf(PinProblem.PinCancelled.class);
        assertThat(careful.asked().getFirst().token().tries().left()).isEqualTo(Left.LAST);
        assertThat(card.history().verifications()).isEqualTo(VirtualPivCard.TRIES - 1L);
    }

    @Test
    void lockedIsToldWithoutAQuestion() {
        daemon.reader().insert(card);
        waste(VirtualPivCard.TRIES - 1);
        assertThat(Problems.of(() -> open(Person.entering(WRONG)))).isInstanceOf(TokenLocked.class);
        Person person = Person.absent();
        assertThat(Problems.of(() -> open(person))).isInstanceOf(TokenLocked.class);
        assertThat(person.asked()).isEmpty();
        assertThat(card.history().verifications()).isEqualTo(VirtualPivCard.TRIES);
    }

    @Test
    void refusedInTheMidstOfABatchIsRefusedOnce() throws Exception {
        daemon.reader().insert(card);
        Person person = Person.entering(RIGHT, RIGHT);
        try (OpenCredential open = open(person)) {
            assertThat(Signatures.fits(open)).isTrue();
            card.arm(Fault.refusedAtPin(1, 0x63C2));
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(PinWrong.class);
            assertThat(person.asked()).hasSize(1);
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(person.asked()).hasSize(2);
        }
        PinRule.assertObeyed(card.history());
    }

    /** OpenSC asks a second time without telling anybody, but without the PIN. */
    @Test
    void silentRetryOfTheDriverSendsNoPin() throws Exception {
        daemon.reader().insert(card);
        try (OpenCredential open = open(Person.entering(RIGHT))) {
            card.arm(Fault.refusedAtSignature(1, 0x6F00));
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(TokenLoggedOut.class);
        }
        assertThat(card.history().count(Event.NOT_SIGNED)).isEqualTo(2);
        assertThat(card.history().verifications()).isEqualTo(2);
        PinRule.assertObeyedBut(1, card.history());
    }

    @Test
    void removalInTheMidstOfASignatureIsSurvived() throws Exception {
        int rounds = Rounds.of(10, 100);
        for (int round = 0; round < rounds; round++) {
            card = VirtualPivCard.employee(PKI);
            daemon.reader().insert(card);
            try (OpenCredential open = open(Person.entering(RIGHT))) {
                assertThat(Signatures.fits(open)).isTrue();
                card.arm(Fault.pulledAtSignature(1));
                assertThat(Problems.of(() -> Signatures.fits(open)))
                        .as("also where the driver hung over it")
                        .isInstanceOf(TokenRemoved.class);
            }
            inUse().signsAgain();
            daemon.reader().remove();
        }
        System.err.printf("card pulled in the middle of a signature: survived %d of %d%n", rounds, rounds);
    }

    @Test
    void cardSwappedAfterTheChoiceIsNotAsked() {
        daemon.reader().insert(card);
        Credential chosen = VirtualPivCard.signer(source);
        VirtualPivCard other = swap(VirtualPivCard.employee(PKI));
        Person person = Person.absent();
        assertThat(Problems.of(() -> source.open(chosen, person))).isInstanceOf(TokenRemoved.class);
        assertThat(person.asked()).isEmpty();
        untouched(other);
    }

    /** No driver here knows it. */
    private static final class Stranger implements SmartCard {

        @Override
        public byte[] answerToReset() {
            return HexFormat.of().parseHex("3B021450");
        }

        @Override
        public void reset() {
            // Nothing to forget.
        }

        @Override
        public byte[] answer(byte[] apdu) {
            return new byte[] {0x6D, 0x00};
        }
    }

    @Test
    void cardSwappedForAStrangerIsSaidToBeThat() {
        daemon.reader().insert(card);
        Credential chosen = VirtualPivCard.signer(source);
        daemon.reader().remove();
        daemon.reader().insert(new Stranger());
        assertThat(Problems.of(() -> source.open(chosen, Person.absent())))
                .isEqualTo(new TokenForeign(PcscDaemon.OPENSC));
    }

    /** With the same holder, and the same number on the card: only the certificate tells them apart. */
    @Test
    void cardSwappedForItsTwinIsNotAsked() {
        daemon.reader().insert(card);
        Credential chosen = VirtualPivCard.signer(source);
        VirtualPivCard twin = swap(twin());
        Person person = Person.absent();
        assertThat(Problems.of(() -> source.open(chosen, person))).isInstanceOf(KeyNotFound.class);
        assertThat(person.asked()).isEmpty();
        untouched(twin);
    }

    @Test
    void cardSwappedWhileThePinIsTypedNeverSeesIt() {
        daemon.reader().insert(card);
        Credential chosen = VirtualPivCard.signer(source);
        VirtualPivCard twin = twin();
        assertThat(Problems.of(() -> source.open(chosen, swappingFor(twin)))).isInstanceOf(TokenRemoved.class);
        untouched(twin);
        assertThat(card.history().verifications()).isZero();
    }

    @Test
    void cardSwappedInTheMidstOfABatchSignsNothing() throws Exception {
        daemon.reader().insert(card);
        VirtualPivCard twin = twin();
        try (OpenCredential open = open(Person.entering(RIGHT, RIGHT, RIGHT))) {
            assertThat(Signatures.fits(open)).isTrue();
            swap(twin);
            assertThat(Problems.of(() -> Signatures.fits(open)))
                    .isInstanceOfAny(TokenRemoved.class, DriverFailed.class);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(KeyNotFound.class);
        }
        untouched(twin);
        assertThat(card.history().signatures()).isEqualTo(1);
    }

    /** While another PIN is typed after a refusal. */
    @Test
    void cardSwappedForItsTwinAfterARefusalNeverSeesTheNextPin() throws Exception {
        daemon.reader().insert(card);
        VirtualPivCard twin = twin();
        Person first = Person.entering(RIGHT);
        PinEntry person = request ->
                first.asked().isEmpty() ? first.ask(request) : swappingFor(twin).ask(request);
        try (OpenCredential open = source.open(VirtualPivCard.signer(source), person)) {
            assertThat(Signatures.fits(open)).isTrue();
            card.arm(Fault.refusedAtPin(1, 0x63C2));
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(PinWrong.class);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(TokenRemoved.class);
        }
        untouched(twin);
    }

    private void waste(int tries) {
        for (int i = 0; i < tries; i++) {
            assertThat(Problems.of(() -> open(Person.entering(WRONG)))).isInstanceOf(PinWrong.class);
        }
    }

    private OpenCredential open(PinEntry person) throws ProblemException {
        return inUse().open(person);
    }

    private CardInUse inUse() {
        return new CardInUse(card, daemon.reader(), source);
    }

    private VirtualPivCard swap(VirtualPivCard other) {
        daemon.reader().remove();
        daemon.reader().insert(other);
        return other;
    }

    private PinEntry swappingFor(VirtualPivCard other) {
        return _ -> {
            swap(other);
            return new Pin(RIGHT.toCharArray());
        };
    }

    private VirtualPivCard twin() {
        return new VirtualPivCard(PivContent.employee(PKI, KeyKind.RSA_2048)
                .numbered(card.content().guid()));
    }

    private static void untouched(VirtualPivCard other) {
        assertThat(other.history().verifications()).as("PINs on the other card").isZero();
        assertThat(other.history().signatures()).isZero();
    }
}
