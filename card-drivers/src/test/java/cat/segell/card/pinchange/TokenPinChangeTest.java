// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.NewPins;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Problems;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.Limits;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.pkcs11.CardPresence;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenAmbiguous;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.KeyProblem.TokenNone;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.KeyProblem.TokensAlike;
import cat.segell.problem.KeyProblem.TokensSeveral;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.NewPinSame;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Changing and unblocking PINs as the standard has it, and which token is meant. */
@Tag("system")
class TokenPinChangeTest {

    private static final TestPki PKI = TestPki.create();
    private static final String NEW = "24680";

    /** Of tokens whose PUK is the security officer's PIN. */
    private static final CardKinds OFFICERS = new CardKinds() {
        @Override
        public boolean wantsPinEachTime(Credential credential) {
            return false;
        }

        @Override
        public boolean pukIsOfficers(Pkcs11Token token) {
            return true;
        }
    };

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private PinChange pins;

    @BeforeEach
    void start() {
        tokens = SoftHsm.in(folder);
        pins = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(SoftHsm.module())), tokens.setup(), Sources.UNTOLD, OFFICERS);
    }

    @Test
    void changesThePin() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, NewPins.of("9999", NEW))))
                .isInstanceOf(PinChangeRefused.class);
        pins.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, NEW));
        signs("Targeta", NEW);
    }

    @Test
    void pinsMayHaveAnyCharacters() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        pins.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, "contrasenya ñ€"));
        signs("Targeta", "contrasenya ñ€");
        pins.unblock(TokenChoice.ONLY, NewPins.of("87654321", "una altra ç"));
        signs("Targeta", "una altra ç");
    }

    /** What a card's driver takes as the officer's PIN may be anything else, and counts its own tries. */
    @Test
    void aPukIsNotSentWhereItMayBeSomethingElse() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, CardKinds.UNKNOWN);
        NewPins person = NewPins.of("87654321", NEW);
        assertThat(Problems.of(() -> change.unblock(TokenChoice.ONLY, person)))
                .isEqualTo(new UnblockUnsupported("Targeta"));
        assertThat(person.asked()).as("nobody is asked for what goes nowhere").isEmpty();
        assertThat(driver.calls()).noneMatch(call -> call.startsWith("18"));
    }

    @Test
    void theSecurityOfficersPinUnblocks() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        assertThat(Problems.of(() -> pins.unblock(TokenChoice.ONLY, NewPins.of("11111111", NEW))))
                .isInstanceOf(PukWrong.class);
        pins.unblock(TokenChoice.ONLY, NewPins.of("87654321", NEW));
        signs("Targeta", NEW);
    }

    /** Whoever is told of a change believes that the old PIN is worth nothing any more. */
    @Test
    void thePresentPinIsNoNewOne() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, SoftHsm.PIN))))
                .isEqualTo(new NewPinSame("Targeta"));
        assertThat(driver.calls())
                .as("C_Login, C_SetPIN")
                .noneMatch(call -> call.startsWith("18") || call.equals("11"));
        signs("Targeta", SoftHsm.PIN);
    }

    @Test
    void amongSeveralTokensOneMustBeNamed() throws Exception {
        tokens.token("Primera").put(PKI.signer(KeyKind.P256), "01");
        String serial =
                tokens.token("Segona").put(PKI.signer(KeyKind.P256), "01").serial();
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        assertThat(Problems.of(() -> pins.change(TokenChoice.ONLY, person))).isInstanceOf(TokensSeveral.class);
        assertThat(Problems.of(() -> pins.change(TokenChoice.named("Tercera"), person)))
                .isEqualTo(new TokenNotFound("Tercera", List.of("Primera", "Segona")));
        assertThat(person.asked()).isEmpty();
        pins.change(TokenChoice.named("Primera"), person);
        pins.change(TokenChoice.named(serial), person);
        signs("Primera", NEW);
        signs("Segona", NEW);
    }

    /** What a person has inserted and nobody has set up is told as that; nothing is asked. */
    @Test
    void aBlankTokenIsSaidToBeEmpty() {
        tokens.token("Buida");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, PKCS11Constants.CKF_USER_PIN_INITIALIZED);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person))).isEqualTo(new TokenEmpty("Buida"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, PKCS11Constants.CKF_TOKEN_INITIALIZED);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person)))
                .as("a place that software could fill")
                .isEqualTo(new TokenNone());
        driver.misbehave(Function.GET_SLOT_INFO, Fault.FLAGS, PKCS11Constants.CKF_REMOVABLE_DEVICE);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person)))
                .as("the same, called removable")
                .isEqualTo(new TokenNone());
        driver.misbehave(
                Function.GET_SLOT_INFO,
                Fault.FLAGS,
                PKCS11Constants.CKF_REMOVABLE_DEVICE | PKCS11Constants.CKF_HW_SLOT);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person))).isInstanceOf(TokenEmpty.class);
        assertThat(Problems.of(() -> change.unblock(TokenChoice.named("Buida"), person)))
                .isEqualTo(new TokenEmpty("Buida"));
        assertThat(Problems.of(() -> change.change(TokenChoice.named("Altra"), person)))
                .isInstanceOfSatisfying(
                        // The module's own free place is called a device here too.
                        TokenNotFound.class, none -> assertThat(none.present()).contains("Buida"));
        assertThat(person.asked()).isEmpty();
    }

    /** A module may not call its reader a device; that the slot is called like a reader with a card in it says so too. */
    @Test
    void aBlankCardInAReaderIsSaidToBeEmptyWhateverItsDriverCallsTheReader() {
        tokens.token("Buida");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, PKCS11Constants.CKF_TOKEN_INITIALIZED);
        List<String> asked = new ArrayList<>();
        CardPresence everywhere = new CardPresence() {
            @Override
            public BooleanSupplier goneFrom(String slot) {
                return () -> false;
            }

            @Override
            public boolean isIn(String slot) {
                asked.add(slot);
                return true;
            }
        };
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), everywhere, OFFICERS);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person))).isInstanceOf(TokenEmpty.class);
        assertThat(asked).first().asString().startsWith("SoftHSM slot ID");
        assertThat(person.asked()).isEmpty();
    }

    /** That another driver is of no use is not why. */
    @Test
    void aBlankTokenIsSaidToBeEmptyBesideABrokenDriver() {
        tokens.token("Buida");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, PKCS11Constants.CKF_TOKEN_INITIALIZED);
        driver.misbehave(
                Function.GET_SLOT_INFO,
                Fault.FLAGS,
                PKCS11Constants.CKF_REMOVABLE_DEVICE | PKCS11Constants.CKF_HW_SLOT);
        Path broken = folder.resolve("none.so");
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(broken), KnownModule.set(driver.path())),
                tokens.setup(),
                Sources.UNTOLD,
                OFFICERS);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person))).isInstanceOf(TokenEmpty.class);
        assertThat(Problems.of(() -> change.change(TokenChoice.named("Buida"), person)))
                .isEqualTo(new TokenEmpty("Buida"));
        assertThat(Problems.of(() -> change.change(TokenChoice.named("Altra"), person)))
                .as("it may be behind the driver that can't be asked")
                .isInstanceOf(DriverMissing.class);
        assertThat(person.asked()).isEmpty();
    }

    /** Whatever number each of them gives it. */
    @Test
    void aCardThatTwoDriversSeeIsOne() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.SERIAL);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(SoftHsm.module()), KnownModule.set(driver.path())),
                tokens.setup(),
                Sources.UNTOLD,
                OFFICERS);
        change.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, NEW));
        signs("Targeta", NEW);
        tokens.token("Segona").put(PKI.signer(KeyKind.P256), "01");
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, NewPins.of(NEW, SoftHsm.PIN))))
                .isEqualTo(new TokensSeveral(List.of("Segona", "Targeta")));
    }

    /** Two cards of one make, each behind its driver, may be called alike and have no number. */
    @Test
    void tokensWithoutANumberAreNotOneBecauseOfTheirLabel() {
        tokens.token("Targeta");
        FaultyModule one = FaultyModule.build(folder.resolve("one"));
        FaultyModule other = FaultyModule.build(folder.resolve("other"));
        one.misbehave(Function.GET_TOKEN_INFO, Fault.UNNUMBERED);
        other.misbehave(Function.GET_TOKEN_INFO, Fault.UNNUMBERED);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(one.path()), KnownModule.set(other.path())),
                tokens.setup(),
                Sources.UNTOLD,
                OFFICERS);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, person)))
                .as("no number tells them apart")
                .isEqualTo(new TokensAlike("Targeta"));
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void amongTokensWithOneLabelTheSerialNumberDecides() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        assertThat(Problems.of(() -> pins.change(TokenChoice.named("Targeta"), person)))
                .isInstanceOf(TokenAmbiguous.class);
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void theAddressOfAKeyNamesItsToken() throws Exception {
        tokens.token("Primera").put(PKI.signer(KeyKind.P256), "01");
        tokens.token("Segona").put(PKI.signer(KeyKind.P256), "01");
        pins.change(token("pkcs11:token=Segona;id=%01"), NewPins.of(SoftHsm.PIN, NEW));
        signs("Primera", SoftHsm.PIN);
        signs("Segona", NEW);
        assertThat(Problems.of(() -> pins.change(token("pkcs11:token=Tercera"), NewPins.of(SoftHsm.PIN, NEW))))
                .isInstanceOf(KeyNotFound.class);
        assertThat(Problems.of(() -> pins.change(token("pkcs11:?module-path=/none.so"), NewPins.of(SoftHsm.PIN, NEW))))
                .isInstanceOf(DriverMissing.class);
    }

    /** While a person types, somebody puts in another one that nothing tells from it: neither gets the PIN. */
    @Test
    void tokensThatAreAlikeByNowAreSaidToBe() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Targeta").put(key, "01");
        tokens.token("Altra").put(key, "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.SERIAL);
        assertThat(changingWhile(driver, () -> driver.misbehave(Function.GET_TOKEN_INFO, Fault.TWINS)))
                .isEqualTo(new TokensAlike("Targeta"));
        assertThat(driver.calls()).noneMatch(call -> call.startsWith("18") || call.startsWith("11:"));
    }

    /** With the same certificate on both, and the same number. */
    @Test
    void theOneOfThatNameGetsThePin() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Targeta").put(key, "01");
        tokens.token("Altra", "556677").put(key, "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.SERIAL);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        change.change(TokenChoice.named("Targeta"), NewPins.of(SoftHsm.PIN, NEW));
        signs("Targeta", NEW);
        signs("Altra", "556677");
    }

    /** With the same certificate on both, and the same name. */
    @Test
    void theOneOfThatNumberGetsThePin() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        String serial = tokens.token("Targeta").put(key, "01").serial();
        tokens.token("Targeta", "556677").put(key, "01");
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        pins.change(TokenChoice.named(serial), person);
        assertThat(Problems.of(() -> pins.change(TokenChoice.named(serial), NewPins.of(SoftHsm.PIN, "135790"))))
                .as("what it was before")
                .isInstanceOf(PinChangeRefused.class);
    }

    @Test
    void aTokenWhoseCertificateCannotBeReadIsNotSaidToBeGone() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        assertThat(changingWhile(
                        driver,
                        () -> driver.misbehave(Function.GET_ATTRIBUTE_VALUE, PKCS11Constants.CKR_FUNCTION_FAILED)))
                .isInstanceOf(DriverFailed.class);
        assertThat(driver.calls()).noneMatch(call -> call.startsWith("18") || call.startsWith("11:"));
    }

    /** @param meanwhile happens while the person types */
    private Problem changingWhile(FaultyModule driver, Runnable meanwhile) {
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        return Problems.of(() -> change.change(TokenChoice.named("Targeta"), new Typing(meanwhile)));
    }

    private record Typing(Runnable meanwhile) implements NewPinEntry {

        @Override
        public Pin present(NewPinRequest request) {
            meanwhile.run();
            return new Pin(SoftHsm.PIN.toCharArray());
        }

        @Override
        public Pin fresh(NewPinRequest request) {
            return new Pin(NEW.toCharArray());
        }
    }

    /** Nothing is asked here, and both PINs are left to the reader. */
    @Test
    void aKeypadTakesBothPins() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH);
        driver.misbehave(Function.SET_PIN, PKCS11Constants.CKR_OK);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        change.change(TokenChoice.ONLY, person);
        assertThat(person.asked()).isEmpty();
        assertThat(person.onReader()).hasSize(1);
        assertThat(driver.calls()).contains("11:0").noneMatch(call -> call.startsWith("18"));
        assertThat(Problems.of(() -> change.unblock(TokenChoice.ONLY, person)))
                .isEqualTo(new UnblockUnsupported("Targeta"));
    }

    /** That it must be changed doesn't hide that it locks with the next wrong entry. */
    @Test
    void theLastTryOfAnInitialPinIsTold() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        long initial = PKCS11Constants.CKF_USER_PIN_TO_BE_CHANGED | PKCS11Constants.CKF_USER_PIN_FINAL_TRY;
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, initial);
        NewPins person = NewPins.of(SoftHsm.PIN, NEW);
        change.change(TokenChoice.ONLY, person);
        assertThat(person.asked()).extracting(NewPinRequest::lastTry).containsExactly(true);
        driver.misbehave(Function.SET_PIN, PKCS11Constants.CKR_OK);
        driver.misbehave(
                Function.GET_TOKEN_INFO, Fault.FLAGS, initial | PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH);
        change.change(TokenChoice.ONLY, person);
        assertThat(person.onReader()).extracting(NewPinRequest::lastTry).containsExactly(true);
    }

    /** Whether the token has the new PIN already, nobody knows. */
    @ParameterizedTest
    @CsvSource({"CRASH,DRIVER-CRASHED", "HANG,DRIVER-HUNG"})
    void aDriverThatBreaksOverTheNewPinLeavesItUncertain(Fault fault, String code) {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.SET_PIN, fault);
        HostSetup setup =
                tokens.setup().with(new Limits(Limits.ORDINARY, Duration.ofSeconds(10), Duration.ofSeconds(10)));
        PinChange change =
                new Pkcs11PinChange(() -> List.of(KnownModule.set(driver.path())), setup, Sources.UNTOLD, OFFICERS);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, NEW))))
                .isInstanceOfSatisfying(PinChangeUncertain.class, uncertain -> {
                    assertThat(uncertain.token()).isEqualTo("Targeta");
                    assertThat(uncertain.finding().code()).isEqualTo(code);
                });
    }

    /** A reader can't be called back: what it has begun it may have done. */
    @Test
    void whoDoesNotWaitForTheReaderLeavesItUncertain() {
        FaultyModule driver = readerThatWaits();
        assertThat(changing(
                        driver,
                        cancel -> Thread.ofPlatform().daemon().start(() -> {
                            driver.await(Function.SET_PIN);
                            cancel.run();
                        })))
                .isEqualTo(new PinChangeUncertain("Targeta", new PinCancelled()));
    }

    @Test
    void whoCancelsBeforeTheReaderIsAskedHasCancelled() {
        FaultyModule driver = readerThatWaits();
        assertThat(changing(driver, Runnable::run)).isEqualTo(new PinCancelled());
        assertThat(driver.calls()).noneMatch(call -> call.startsWith("11:"));
    }

    /** For ever, once it is asked. */
    private FaultyModule readerThatWaits() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH);
        driver.misbehave(Function.SET_PIN, Fault.HANG);
        return driver;
    }

    private Problem changing(FaultyModule driver, Consumer<Runnable> sent) {
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        return Problems.of(() -> change.change(TokenChoice.ONLY, new AtReader(sent)));
    }

    /** @param sent to the reader, with what cancels */
    private record AtReader(Consumer<Runnable> sent) implements NewPinEntry {

        @Override
        public Pin present(NewPinRequest request) {
            throw new AssertionError("asked for what is typed on the reader");
        }

        @Override
        public Pin fresh(NewPinRequest request) {
            throw new AssertionError("asked for what is typed on the reader");
        }

        @Override
        public void onReader(NewPinRequest request, Runnable cancel) {
            sent.accept(cancel);
        }
    }

    /** Else it would be told to do what it does. */
    @Test
    void anExpiredPinIsChangedWithoutALogin() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.LOGIN, PKCS11Constants.CKR_PIN_EXPIRED);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        change.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, NEW));
        signs("Targeta", NEW);
    }

    @Test
    void whoCancelsOnTheReaderHasCancelled() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH);
        driver.misbehave(Function.SET_PIN, PKCS11Constants.CKR_FUNCTION_CANCELED);
        PinChange change = new Pkcs11PinChange(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, OFFICERS);
        assertThat(Problems.of(() -> change.change(TokenChoice.ONLY, NewPins.of(SoftHsm.PIN, NEW))))
                .isEqualTo(new PinCancelled());
    }

    /** It may be in Latin-1, or unreadable; and whoever could write the copy would get the PUK. */
    @Test
    void anOpenScConfigurationIsCopiedAsItIsWhereNobodyElseWrites() throws Exception {
        byte[] latin = "# targeta d'identificaci\u00f3\n".getBytes(StandardCharsets.ISO_8859_1);
        Path own = Files.write(folder.resolve("own.conf"), latin);
        Path made = unblocking(own);
        assertThat(new String(Files.readAllBytes(made), StandardCharsets.ISO_8859_1))
                .endsWith(new String(latin, StandardCharsets.ISO_8859_1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(unblocking(Files.createDirectory(folder.resolve("no-file")))))
                .contains("set_pin_in_unlogged_session");
    }

    private Path unblocking(Path own) throws IOException {
        return inForce(copying(own));
    }

    private OpenScUnblocking copying(Path own) throws IOException {
        HostSetup setup = tokens.setup();
        return OpenScUnblocking.of(setup.with(setup.environment().with("OPENSC_CONF", own.toString())));
    }

    private static Path inForce(OpenScUnblocking unblocking) {
        return Path.of(Objects.requireNonNull(
                unblocking.setup().environment().variables().get("OPENSC_CONF")));
    }

    /** Two that stand on different configurations never see each other's. */
    @Test
    void eachUnblockingHasACopyOfItsOwnAsLongAsItLasts() throws Exception {
        Path one = Files.writeString(folder.resolve("one.conf"), "# one\n");
        Path other = Files.writeString(folder.resolve("other.conf"), "# other\n");
        try (OpenScUnblocking first = copying(one)) {
            try (OpenScUnblocking second = copying(other)) {
                assertThat(inForce(first)).content().endsWith("# one\n");
                assertThat(inForce(second)).content().endsWith("# other\n");
            }
            assertThat(inForce(first)).content().endsWith("# one\n");
            assertThat(copies()).containsExactly(inForce(first));
        }
        assertThat(copies()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneNeedsIsNot() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path own = Files.createDirectories(tokens.setup().folder());
        Path abandoned = Files.createFile(own.resolve("opensc-unblock-" + gone.pid() + "-1.conf"));
        Path needed = Files.createFile(
                own.resolve("opensc-unblock-" + ProcessHandle.current().pid() + "-1.conf"));
        try (OpenScUnblocking mine = copying(folder.resolve("none.conf"))) {
            assertThat(abandoned).doesNotExist();
            assertThat(copies()).containsExactlyInAnyOrder(needed, mine.copy());
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(tokens.setup().folder())) {
            return files.filter(file -> file.toString().endsWith(".conf")).toList();
        }
    }

    @Test
    void aPersonsOwnOpenScConfigurationStaysInForce() throws Exception {
        Path own = Files.writeString(folder.resolve("own.conf"), "app default { debug = 0; }\n");
        Path made = unblocking(own);
        assertThat(Files.readString(made))
                .contains("set_pin_in_unlogged_session")
                .endsWith(Files.readString(own));
        assertThat(Files.readString(own)).doesNotContain("unblock");
    }

    private static TokenChoice token(String key) throws ProblemException {
        return TokenChoice.of(((Pkcs11Key) KeyReference.parse(key)).uri());
    }

    private void signs(String label, String pin) throws ProblemException {
        try (Pkcs11Source source = Sources.of(List.of(SoftHsm.module()), tokens.setup());
                OpenCredential open = source.open(
                        source.find(KeyReference.parse("pkcs11:token=" + label), Person.absent())
                                .getFirst(),
                        Person.entering(pin))) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }
}
