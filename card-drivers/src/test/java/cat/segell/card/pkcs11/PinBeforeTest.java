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
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinUse;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a PIN before anybody types one, and who types it where. */
@Tag("system")
class PinBeforeTest {

    private static final TestPki PKI = TestPki.create();

    /** Of CK_TOKEN_INFO in PKCS#11 v3.0. */
    private static final long INITIALIZED = 0x8;

    private static final long PIN_PAD = 0x100;
    private static final long FINAL_TRY = 0x20000;
    private static final long LOCKED = 0x40000;
    private static final long TO_BE_CHANGED = 0x80000;

    @TempDir
    Path folder;

    private SoftHsm tokens;
    private FaultyModule driver;
    private Pkcs11Source source;

    @BeforeEach
    void makeToken() {
        tokens = SoftHsm.in(folder);
        driver = FaultyModule.build(folder.resolve("driver"));
        start(tokens.setup());
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void nobodyIsAskedInAStateThatTakesNoPin() throws Exception {
        useOrdinaryKey();
        refusedUnasked(LOCKED, new TokenLocked("Targeta"));
        refusedUnasked(TO_BE_CHANGED, new PinToBeChanged("Targeta"));
        refusedUnasked(PIN_PAD | TO_BE_CHANGED, new PinToBeChanged("Targeta"));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.NOFLAGS, INITIALIZED);
        assertThat(Problems.of(() -> source.open(find(), Person.absent()))).isEqualTo(new PinNotSet("Targeta"));
        assertThat(logins()).isEmpty();
    }

    private void refusedUnasked(long flags, Problem problem) throws Exception {
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, flags);
        Person person = Person.absent();
        Credential found = find();
        assertThat(Problems.of(() -> source.open(found, person))).isEqualTo(problem);
        assertThat(person.asked()).isEmpty();
        driver.behave();
    }

    @Test
    void aPinOfALengthThatNoneHasIsNotSent() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.LONGEST, 8);
        Credential found = find();
        for (String pin : List.of("1", "123", "123456789", "ñandús 1")) {
            assertThat(Problems.of(() -> source.open(found, Person.entering(pin))))
                    .as(pin)
                    .isEqualTo(new PinLength("Targeta", 4, 8));
        }
        assertThat(logins()).isEmpty();
        source.open(found, Person.entering("1234")).close();
    }

    @Test
    void aPinOfAnyLettersReachesTheTokenAsUtf8() throws Exception {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Targeta", "ñandú€1").put(key, "01");
        Credential found = find();
        assertThat(Problems.of(() -> source.open(found, Person.entering("nandu€1")))
                        .code())
                .isEqualTo("PIN-WRONG");
        source.open(found, Person.entering("ñandú€1")).close();
    }

    @Test
    void aTokenThatSaysNothingSensibleOfLengthsTakesAny() throws Exception {
        useOrdinaryKey();
        for (long nonsense : new long[] {0, 2, -1}) {
            driver.misbehave(Function.GET_TOKEN_INFO, Fault.LONGEST, nonsense);
            source.open(find(), Person.entering("1234")).close();
            driver.behave();
        }
    }

    @Test
    void nobodyIsAskedHereWhereTheReaderHasAKeypad() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD | FINAL_TRY);
        driver.misbehave(Function.LOGIN, 0xA0);
        AtReader person = new AtReader();
        // SoftHSM has no reader: it is enough that it is asked.
        assertThat(Problems.of(() -> source.open(find(), person)).code()).isEqualTo("PIN-WRONG");
        assertThat(person.shown)
                .singleElement()
                .satisfies(request -> assertThat(request.token().keypad()).isTrue());
        assertThat(person.over).as("what was shown is taken away").isEqualTo(1);
    }

    @Test
    void theLastTryOnTheReaderNeedsConsentToo() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD | FINAL_TRY);
        PinEntry unwilling = new AtReader() {
            @Override
            public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
                throw new ProblemException(new PinFinalTry(request.token().label()));
            }
        };
        assertThat(Problems.of(() -> source.open(find(), unwilling))).isInstanceOf(PinFinalTry.class);
        assertThat(logins()).isEmpty();
    }

    @Test
    void cancellingEndsTheWaitAlthoughTheDriverDoesNotReturn() throws Exception {
        useOrdinaryKey();
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        driver.misbehave(Function.LOGIN, Fault.HANG);
        Credential found = find();
        AtReader person = new AtReader();
        CompletableFuture<Problem> waiting =
                CompletableFuture.supplyAsync(() -> Problems.of(() -> source.open(found, person)));
        person.cancel.get(60, TimeUnit.SECONDS).run();
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(new PinCancelled());
        assertThat(person.over).isEqualTo(1);
        driver.behave();
        source.open(find(), Person.entering("1234")).close();
    }

    @Test
    void thePersonAtTheReaderHasALimitOfHerOwn() throws Exception {
        useOrdinaryKey();
        source.close();
        Duration patient = Duration.ofMinutes(5);
        start(tokens.setup().with(new Limits(patient, Duration.ofSeconds(2), patient)));
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        driver.misbehave(Function.LOGIN, Fault.HANG);
        assertThat(Problems.of(() -> source.open(find(), new AtReader())))
                .isEqualTo(new DriverHung(driver.path(), Optional.of("C_Login"), 2));
    }

    @Test
    void anOrdinaryKeyIsSaidToWantItsPinOnce() throws Exception {
        useOrdinaryKey();
        Person person = Person.entering("1234");
        try (OpenCredential open = source.open(find(), person)) {
            assertThat(open.pinUse()).isEqualTo(PinUse.LOGIN);
        }
        assertThat(person.asked())
                .extracting(PinRequest::use)
                .as("SoftHSM shows no private key before")
                .containsExactly(PinUse.UNKNOWN_ONE_ENTRY);
    }

    @Test
    void aKeyThatWantsThePinEachTimeSaysSoAndOneEntryServes() throws Exception {
        useKeyThatAsksEachTime();
        Person person = Person.entering("1234");
        try (OpenCredential open = source.open(find(), person)) {
            assertThat(open.pinUse()).isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
            signThrice(open);
        }
        assertThat(person.asked()).hasSize(1);
    }

    @Test
    void whereThePolicyForbidsItThePersonIsAskedForEachSignature() throws Exception {
        useKeyThatAsksEachTime();
        source.close();
        start(tokens.setup().askingEachTime());
        Person person = Person.entering("1234", "1234", "1234");
        try (OpenCredential open = source.open(find(), person)) {
            assertThat(open.pinUse()).isEqualTo(PinUse.EACH_SIGNATURE);
            signThrice(open);
        }
        assertThat(person.asked())
                .extracting(PinRequest::use)
                .containsExactly(PinUse.UNKNOWN, PinUse.EACH_SIGNATURE, PinUse.EACH_SIGNATURE);
    }

    @Test
    void whatTheDriverToldOnceIsSaidBeforehandAfterwards() throws Exception {
        useKeyThatAsksEachTime();
        source.open(find(), Person.entering("1234")).close();
        restart(tokens.setup());
        assertThat(saidBefore()).isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        restart(tokens.setup().askingEachTime());
        assertThat(saidBefore()).isEqualTo(PinUse.EACH_SIGNATURE);
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        restart(tokens.setup());
        AtReader atReader = new AtReader();
        driver.misbehave(Function.LOGIN, 0xA0);
        assertThat(Problems.of(() -> source.open(find(), atReader)).code()).isEqualTo("PIN-WRONG");
        assertThat(atReader.shown).extracting(PinRequest::use).containsExactly(PinUse.EACH_SIGNATURE);
    }

    @Test
    void anOrdinaryKeyIsKnownBeforehandToo() throws Exception {
        useOrdinaryKey();
        source.open(find(), Person.entering("1234")).close();
        restart(tokens.setup());
        assertThat(saidBefore()).isEqualTo(PinUse.LOGIN);
    }

    /** It stands for nobody: neither the certificate nor its hash. */
    @Test
    void whatIsRememberedOfAKeyNamesNobody() throws Exception {
        useKeyThatAsksEachTime();
        Credential found = find();
        source.open(found, Person.entering("1234")).close();
        Path memory = tokens.setup().folder().resolve("pin-uses");
        assertThat(memory)
                .content()
                .matches("[0-9a-f]{32}\n[0-9a-f]{64} each\n")
                .doesNotContain(found.id().certificateSha256());
        Files.writeString(memory, "nonsense\n\u0000");
        restart(tokens.setup());
        assertThat(saidBefore()).isEqualTo(PinUse.UNKNOWN_ONE_ENTRY);
        assertThat(saidBefore()).as("learnt anew").isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
    }

    @Test
    void theKindOfCardTellsWhereNoLoginDid() throws Exception {
        useKeyThatAsksEachTime();
        source.close();
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, _ -> true);
        assertThat(saidBefore()).isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
    }

    @Test
    void whatTheDriverToldCountsMoreThanTheKindOfCard() throws Exception {
        useOrdinaryKey();
        source.close();
        source = new Pkcs11Source(
                () -> List.of(KnownModule.set(driver.path())), tokens.setup(), Sources.UNTOLD, _ -> true);
        assertThat(saidBefore()).isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        assertThat(saidBefore()).isEqualTo(PinUse.LOGIN);
    }

    /** As it is asked for. */
    private PinUse saidBefore() throws ProblemException {
        Person person = Person.entering("1234");
        source.open(find(), person).close();
        return person.asked().getFirst().use();
    }

    private void restart(HostSetup setup) {
        source.close();
        start(setup);
    }

    /** A reader keeps nothing: the person types once to open the key, and once for each signature. */
    @Test
    void aKeyThatWantsThePinEachTimeIsTypedForOnTheReaderEachTime() throws Exception {
        useKeyThatAsksEachTime();
        useKeypad();
        AtReader person = new AtReader();
        try (OpenCredential open = source.open(find(), person)) {
            assertThat(open.pinUse()).isEqualTo(PinUse.EACH_SIGNATURE);
            signThrice(open);
        }
        assertThat(person.shown)
                .extracting(PinRequest::use)
                .containsExactly(PinUse.UNKNOWN, PinUse.EACH_SIGNATURE, PinUse.EACH_SIGNATURE, PinUse.EACH_SIGNATURE);
        assertThat(person.over).as("each is taken away").isEqualTo(4);
        assertThat(logins()).containsExactly("18:1:pad", "18:2:pad", "18:2:pad", "18:2:pad");
    }

    @Test
    void whatWasTypedWrongOnTheReaderIsTypedAnew() throws Exception {
        useKeyThatAsksEachTime();
        useKeypad();
        AtReader person = new AtReader();
        try (OpenCredential open = source.open(find(), person)) {
            driver.misbehave(Function.LOGIN, 0xA0);
            assertThat(Problems.of(() -> Signatures.fits(open)).code()).isEqualTo("PIN-WRONG");
            assertThat(person.shown).hasSize(2);
            driver.behave();
            useKeypad();
            assertThat(Signatures.fits(open)).isTrue();
        }
        assertThat(person.shown).as("nothing goes to the card by itself").hasSize(3);
        assertThat(logins()).containsExactly("18:1:pad", "18:2:pad", "18:2:pad");
    }

    private void useKeypad() {
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        driver.misbehave(Function.LOGIN, Fault.PAD, 1234);
    }

    private static void signThrice(OpenCredential open) throws ProblemException {
        for (int i = 0; i < 3; i++) {
            assertThat(Signatures.fits(open)).isTrue();
        }
    }

    /** Sees that the reader waits, and may cancel. */
    private static class AtReader implements PinEntry {
        final List<PinRequest> shown = new ArrayList<>();
        final CompletableFuture<Runnable> cancel = new CompletableFuture<>();
        int over;

        @Override
        public Pin ask(PinRequest request) throws ProblemException {
            throw new AssertionError("the PIN is typed on the reader");
        }

        @Override
        public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
            shown.add(request);
            this.cancel.complete(cancel);
            return () -> over++;
        }
    }

    private List<String> logins() {
        return driver.calls().stream().filter(call -> call.startsWith("18")).toList();
    }

    private void useOrdinaryKey() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
    }

    private void useKeyThatAsksEachTime() {
        IssuedKey key = PKI.signer(KeyKind.RSA_2048);
        tokens.token("Targeta").putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
    }

    private void start(HostSetup setup) {
        source = Sources.of(List.of(driver.path()), setup);
    }

    private Credential find() throws ProblemException {
        return source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                .getFirst();
    }
}
