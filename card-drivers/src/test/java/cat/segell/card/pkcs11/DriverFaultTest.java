// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.Limits;
import cat.segell.card.installed.KnownModule;
import cat.segell.credential.BatchPin;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers that break become problems, and work again afterwards. */
@Tag("system")
class DriverFaultTest {

    private static final TestPki PKI = TestPki.create();
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private Pkcs11Source source;
    private FaultyModule driver;

    @BeforeEach
    void makeToken() {
        tokens = SoftHsm.in(folder);
        driver = FaultyModule.build(folder.resolve("driver"));
        Duration patient = Duration.ofSeconds(60);
        HostSetup setup = tokens.setup().with(new Limits(patient, patient, SHORT));
        source = Sources.of(List.of(driver.path()), setup);
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "LEAVE", "SCRIBBLE", "GARBAGE", "FLOOD"})
    void whatEndsTheDriverWhileLookingIsACrash(Fault fault) throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_SLOT_LIST, fault);
        assertThat(Problems.of(this::find)).isEqualTo(new DriverCrashed(driver.path()));
        assertThat(source.list().problems()).containsExactly(new DriverCrashed(driver.path()));
        worksAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "LEAVE", "SCRIBBLE", "GARBAGE", "FLOOD"})
    void whatEndsTheDriverWhileSigningIsACrash(Fault fault) throws Exception {
        useOrdinaryKey();
        Person person = Person.entering("1234", "1234");
        try (OpenCredential open = source.open(find(), person)) {
            driver.misbehave(Function.SIGN, fault);
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new DriverCrashed(driver.path()));
            driver.behave();
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(person.asked()).as("the login went with its process").hasSize(2);
        }
        worksAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "SIGN_INIT", "SIGN"})
    void driverThatHangsIsKilledAndTheCallNamed(Function function) throws Exception {
        useOrdinaryKey();
        driver.misbehave(function, Fault.HANG);
        assertThat(Problems.of(this::signOnce))
                .isEqualTo(new DriverHung(driver.path(), Optional.of(function.call()), 2));
        noProcessIsLeft();
        worksAgain();
    }

    @Test
    void driverThatDoesNotEvenTellWhereItHangsIsKilledToo() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.SIGN, Fault.FREEZE);
        assertThat(Problems.of(this::signOnce)).isEqualTo(new DriverHung(driver.path(), Optional.empty(), 2));
        noProcessIsLeft();
        worksAgain();
    }

    /** The card was taken out: that some other driver hangs is not what its holder must know. */
    @Test
    void aStrangersFaultHidesNoCardThatWasTakenOut() throws Exception {
        useOrdinaryKey();
        source.close();
        FaultyModule stranger = FaultyModule.build(folder.resolve("stranger"));
        AtomicBoolean out = new AtomicBoolean();
        CardPresence presence = new CardPresence() {
            @Override
            public BooleanSupplier goneFrom(String slot) {
                return () -> false;
            }

            @Override
            public boolean isOutOf(String slot) {
                return out.get();
            }
        };
        Duration patient = Duration.ofSeconds(60);
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(driver.path()), KnownModule.set(stranger.path())),
                tokens.setup().with(new Limits(Duration.ofSeconds(10), patient, patient)),
                presence,
                CardKinds.UNKNOWN);
        Credential seen = source.list().credentials().getFirst();
        // As it is named where nothing else tells it from its namesakes.
        Credential unnamed = new Credential(
                seen.id(), seen.id().certificateSha256(), seen.certificate(), List.of(), seen.token(), false);
        driver.misbehave(Function.GET_TOKEN_INFO, 0xE0);
        stranger.misbehave(Function.GET_SLOT_LIST, Fault.HANG);
        assertThat(Problems.of(() -> source.open(unnamed, Person.absent()))).isInstanceOf(DriverHung.class);
        out.set(true);
        assertThat(Problems.of(() -> source.open(unnamed, Person.absent()))).isEqualTo(new TokenRemoved("Targeta"));
    }

    /** The readers' service knows: the driver isn't asked why. */
    @Test
    void driverThatHangsOverAPulledCardSaysNothingOfItself() throws Exception {
        useOrdinaryKey();
        source.close();
        AtomicBoolean pulled = new AtomicBoolean();
        Duration patient = Duration.ofSeconds(60);
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(driver.path())),
                tokens.setup().with(new Limits(patient, patient, SHORT)),
                _ -> pulled::get,
                CardKinds.UNKNOWN);
        try (OpenCredential open = source.open(find(), Person.entering("1234", "1234"))) {
            driver.misbehave(Function.SIGN, Fault.HANG);
            pulled.set(true);
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new TokenRemoved("Targeta"));
            driver.behave();
            pulled.set(false);
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    /** Nothing is gone: a card is there, and it is another one's. */
    @Test
    void aCardThatTheDriverDoesNotKnowIsSaidToBeThat() throws Exception {
        useOrdinaryKey();
        Credential shown = source.list().credentials().getFirst();
        driver.misbehave(Function.GET_TOKEN_INFO, 0xE1);
        assertThat(Problems.of(() -> source.open(shown, Person.absent()))).isEqualTo(new TokenForeign(driver.path()));
        driver.behave();
        driver.misbehave(Function.GET_SLOT_LIST, Fault.SLOT, 0);
        assertThat(Problems.of(() -> source.open(shown, Person.absent()))).isEqualTo(new TokenRemoved("Targeta"));
    }

    /** The driver only says that it failed: what is there now, the next look tells. */
    @Test
    void aStrangersCardInTheMiddleOfASignatureIsSaidToBeThat() throws Exception {
        useOrdinaryKey();
        try (OpenCredential open = source.open(find(), Person.entering("1234"))) {
            driver.misbehave(Function.SIGN, 0x30);
            driver.misbehave(Function.GET_TOKEN_INFO, 0xE1);
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new TokenForeign(driver.path()));
        }
    }

    /** Where the module doesn't describe its slots, any of them may hold what it doesn't know. */
    @Test
    void aStrangerInASlotWithoutADescriptionIsNoReasonToBlameTheDriver() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_SLOT_INFO, 0x5);
        try (OpenCredential open = source.open(find(), Person.entering("1234"))) {
            driver.misbehave(Function.SIGN, 0x30);
            driver.misbehave(Function.GET_TOKEN_INFO, 0xE1);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(TokenRemoved.class);
        }
    }

    /** Somebody put it there; a place for a token that software or a chip could make is nobody's. */
    @Test
    void aRemovableTokenThatWasNeverInitialisedIsSeenAsEmpty() {
        tokens.token("Targeta");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, 0x400);
        assertThat(source.drivers(Optional.empty()).getFirst().tokens()).isEmpty();
        driver.misbehave(Function.GET_SLOT_INFO, Fault.FLAGS, 0x4);
        assertThat(source.drivers(Optional.empty()).getFirst().tokens())
                .as("in a chip")
                .isEmpty();
        driver.misbehave(Function.GET_SLOT_INFO, Fault.FLAGS, 0x2);
        assertThat(source.drivers(Optional.empty()).getFirst().tokens())
                .isNotEmpty()
                .allSatisfy(token -> {
                    assertThat(token.empty()).isTrue();
                    assertThat(token.token().label()).isNotBlank();
                });
    }

    @Test
    void ordinaryCallsHaveALimitOfTheirOwn() throws Exception {
        useOrdinaryKey();
        source.close();
        source = Sources.of(
                List.of(driver.path()),
                tokens.setup().with(new Limits(SHORT, Duration.ofMinutes(5), Duration.ofMinutes(5))));
        find();
        driver.misbehave(Function.FIND_OBJECTS, Fault.HANG);
        assertThat(source.list().problems())
                .containsExactly(new DriverHung(driver.path(), Optional.of("C_FindObjects"), 2));
        worksAgain();
    }

    private void noProcessIsLeft() throws Exception {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void whatADriverPrintsHarmsNobody() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.SIGN, Fault.PRINT);
        try (OpenCredential open = open()) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    @Test
    void wrongSignatureIsNoneAndWrongLengthHarmsNobody() throws Exception {
        useOrdinaryKey();
        try (OpenCredential open = open()) {
            driver.misbehave(Function.SIGN, Fault.WRONG);
            assertThat(Signatures.fits(open)).isFalse();
            driver.behave();
            driver.misbehave(Function.SIGN, Fault.SHORT, 7);
            assertThat(Signatures.fits(open)).isFalse();
            driver.behave();
            driver.misbehave(Function.SIGN, Fault.SHORT, 0);
            assertThat(Signatures.fits(open)).isFalse();
            driver.behave();
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    @Test
    void unknownCodeIsToldInHexAndBlamesNoPin() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.LOGIN, 0x80001234L);
        assertThat(Problems.of(this::open)).isEqualTo(new DriverCodeUnknown(driver.path(), "C_Login", "0x80001234"));
    }

    @Test
    void lockedWhileEnteringIsLocked() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.LOGIN, 0xA4);
        assertThat(Problems.of(this::open)).isEqualTo(new TokenLocked("Targeta"));
    }

    @Test
    void removedWhileSigningIsRemoved() throws Exception {
        useOrdinaryKey();
        try (OpenCredential open = open()) {
            driver.misbehave(Function.SIGN, 0x32);
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new TokenRemoved("Targeta"));
        }
    }

    @Test
    void oneSlotThatFailsHidesNoOther() throws Exception {
        useOrdinaryKey();
        tokens.token("Segona").put(PKI.signer(KeyKind.P256), "02");
        driver.misbehave(Function.GET_SLOT_LIST, Fault.SLOT, 0);
        assertThat(source.list().credentials()).hasSize(1);
        driver.behave();
        driver.misbehave(Function.GET_SLOT_LIST, Fault.SLOT, 2);
        assertThat(source.list().credentials()).hasSize(2);
        driver.behave();
        driver.misbehave(Function.GET_TOKEN_INFO, 0x30);
        assertThat(source.list().problems())
                .containsExactly(new DriverFailed(driver.path(), "C_GetTokenInfo", "CKR_DEVICE_ERROR (0x30)"));
    }

    @Test
    void refusedPinReachesTheTokenOnce() throws Exception {
        useOrdinaryKey();
        Credential found = find();
        assertThat(Problems.of(() -> source.open(found, Person.entering("9999"))))
                .isEqualTo(new PinWrong("Targeta", OptionalInt.empty()));
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .containsExactly("18:1");
    }

    @Test
    void oneLoginServesABatch() throws Exception {
        useOrdinaryKey();
        try (OpenCredential open = open()) {
            for (int i = 0; i < 5; i++) {
                assertThat(Signatures.fits(open)).isTrue();
            }
        }
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .containsExactly("18:1");
    }

    @Test
    void nothingComesBetweenInitLoginAndSign() throws Exception {
        useKeyThatAsksEachTime();
        try (OpenCredential open = open()) {
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(Signatures.fits(open)).isTrue();
        }
        String calls = String.join(" ", driver.calls());
        // The wrapper may ask C_Sign for the length first: that is no other function.
        assertThat(calls.substring(calls.indexOf("42"))).matches("42 18:2 43( 43)? 42 18:2 43( 43)? .*");
    }

    @Test
    void pinIsAskedAgainAfterAFailedSignature() throws Exception {
        useKeyThatAsksEachTime();
        Person person = Person.entering("1234", "1234");
        try (BatchPin batch = new BatchPin(person);
                OpenCredential open = source.open(find(), batch)) {
            assertThat(Signatures.fits(open)).isTrue();
            driver.misbehave(Function.SIGN, 0x30);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(DriverFailed.class);
            driver.behave();
            assertThat(person.asked()).hasSize(1);
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(person.asked()).hasSize(2);
        }
    }

    @Test
    void pinRefusedBeforeASignatureIsNotSentAgain() throws Exception {
        useKeyThatAsksEachTime();
        Person person = Person.entering("1234", "9999");
        try (OpenCredential open = source.open(find(), person)) {
            driver.misbehave(Function.SIGN, 0x30);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(DriverFailed.class);
            driver.behave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(PinWrong.class);
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(PinCancelled.class);
        }
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .as("the login, the first signature's own, and the refused one")
                .containsExactly("18:1", "18:2", "18:1");
    }

    private void useOrdinaryKey() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
    }

    private void useKeyThatAsksEachTime() {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        tokens.token("Targeta").putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
    }

    private void worksAgain() throws ProblemException {
        driver.behave();
        signOnce();
    }

    private void signOnce() throws ProblemException {
        try (OpenCredential open = open()) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    private Credential find() throws ProblemException {
        return source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                .getFirst();
    }

    private OpenCredential open() throws ProblemException {
        return source.open(find(), Person.entering("1234"));
    }
}
