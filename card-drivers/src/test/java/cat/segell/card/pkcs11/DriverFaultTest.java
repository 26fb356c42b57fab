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
import cat.segell.card.host.HostSetup;
import cat.segell.credential.Credential;
import cat.segell.credential.KeyReference;
import cat.segell.credential.OpenCredential;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
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
        driver = FaultyModule.build(folder.resolve("harmless"), Function.SIGN, Fault.PRINT);
        source = new Pkcs11Source(List.of(driver.path()), tokens.setup());
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "LEAVE", "SCRIBBLE"})
    void whatEndsTheDriverWhileLookingIsACrash(Fault fault) throws Exception {
        use(Function.GET_SLOT_LIST, fault);
        driver.misbehave();
        assertThat(Problems.of(this::find)).isEqualTo(new DriverCrashed(driver.path()));
        assertThat(source.list().problems()).containsExactly(new DriverCrashed(driver.path()));
        worksAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "LEAVE", "SCRIBBLE"})
    void whatEndsTheDriverWhileSigningIsACrash(Fault fault) throws Exception {
        use(Function.SIGN, fault);
        Person person = Person.entering("1234", "1234");
        try (OpenCredential open = source.open(find(), person)) {
            driver.misbehave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new DriverCrashed(driver.path()));
            driver.behave();
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(person.asked()).as("the login went with its process").hasSize(2);
        }
        worksAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "SIGN_INIT", "SIGN"})
    void driverThatHangsIsKilled(Function function) throws Exception {
        use(function, Fault.HANG);
        driver.misbehave();
        assertThat(Problems.of(() -> {
                    try (OpenCredential open = open()) {
                        Signatures.fits(open);
                    }
                }))
                .isEqualTo(new DriverHung(driver.path(), 2));
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        worksAgain();
    }

    @Test
    void whatADriverPrintsHarmsNobody() throws Exception {
        use(Function.SIGN, Fault.PRINT);
        driver.misbehave();
        try (OpenCredential open = open()) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    @Test
    void unknownCodeIsToldInHexAndBlamesNoPin() {
        use(Function.LOGIN, 0x80001234L);
        driver.misbehave();
        assertThat(Problems.of(this::open)).isEqualTo(new DriverFailed(driver.path(), "C_Login", "0x80001234"));
    }

    @Test
    void lockedWhileEnteringIsLocked() {
        use(Function.LOGIN, 0xA4);
        driver.misbehave();
        assertThat(Problems.of(this::open)).isEqualTo(new TokenLocked("Targeta"));
    }

    @Test
    void removedWhileSigningIsRemoved() throws Exception {
        use(Function.SIGN, 0x32);
        try (OpenCredential open = open()) {
            driver.misbehave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isEqualTo(new TokenRemoved("Targeta"));
        }
    }

    @Test
    void oneSlotThatFailsHidesNoOther() {
        use(Function.GET_TOKEN_INFO, 0x30);
        driver.misbehave();
        assertThat(source.list().problems())
                .isNotEmpty()
                .allMatch(each -> each.equals(new DriverFailed(driver.path(), "C_GetTokenInfo", "0x30")));
    }

    @Test
    void refusedPinReachesTheTokenOnce() throws Exception {
        use(Function.SIGN, Fault.PRINT);
        Credential found = find();
        assertThat(Problems.of(() -> source.open(found, Person.entering("9999"))))
                .isEqualTo(new PinWrong("Targeta", OptionalInt.empty()));
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .containsExactly("18:1");
    }

    @Test
    void oneLoginServesABatch() throws Exception {
        use(Function.SIGN, Fault.PRINT);
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
        useKeyThatAsksEachTime(Function.SIGN, "-DPRINT");
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
        useKeyThatAsksEachTime(Function.SIGN, "-DRETURNS=0x30UL");
        Person person = Person.entering("1234", "1234");
        try (OpenCredential open = source.open(find(), person)) {
            assertThat(Signatures.fits(open)).isTrue();
            driver.misbehave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(DriverFailed.class);
            driver.behave();
            assertThat(person.asked()).hasSize(1);
            assertThat(Signatures.fits(open)).isTrue();
            assertThat(person.asked()).hasSize(2);
        }
    }

    @Test
    void pinRefusedBeforeASignatureIsNotSentAgain() throws Exception {
        useKeyThatAsksEachTime(Function.SIGN, "-DRETURNS=0x30UL");
        Person person = Person.entering("1234", "9999");
        try (OpenCredential open = source.open(find(), person)) {
            driver.misbehave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(DriverFailed.class);
            driver.behave();
            assertThat(Problems.of(() -> Signatures.fits(open))).isInstanceOf(PinWrong.class);
            Problem third = Problems.of(() -> Signatures.fits(open));
            assertThat(third).isInstanceOf(cat.segell.problem.PinProblem.PinCancelled.class);
        }
        assertThat(driver.calls().stream().filter(call -> call.startsWith("18")))
                .as("the login, the first signature's own, and the refused one")
                .containsExactly("18:1", "18:2", "18:1");
    }

    private void use(Function function, Fault fault) {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        start(FaultyModule.build(folder.resolve("driver"), function, fault));
    }

    private void use(Function function, long code) {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        start(FaultyModule.build(folder.resolve("driver"), function, code));
    }

    private void useKeyThatAsksEachTime(Function function, String how) {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        tokens.token("Targeta").putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        start(
                how.equals("-DPRINT")
                        ? FaultyModule.build(folder.resolve("driver"), function, Fault.PRINT)
                        : FaultyModule.build(folder.resolve("driver"), function, 0x30));
    }

    private void start(FaultyModule module) {
        driver = module;
        HostSetup setup = new HostSetup(
                folder.resolve("native"), tokens.environment(), tokens.setup().ordinaryLimit(), SHORT);
        source = new Pkcs11Source(List.of(module.path()), setup);
    }

    private void worksAgain() throws ProblemException {
        driver.behave();
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
