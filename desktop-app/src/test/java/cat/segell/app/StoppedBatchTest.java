// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Shell;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.SoftHsm.SoftToken;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.fixture.TestTsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C at a terminal, which every process of it gets, in the midst of a batch with a driver of its own. */
@Tag("system")
@Timeout(300)
class StoppedBatchTest {

    /** Nothing else that is shown looks like it. */
    private static final String PIN = "73915046";

    private static final int DOCUMENTS = 30;

    /** CKF_PROTECTED_AUTHENTICATION_PATH. */
    private static final long PIN_PAD = 0x100;

    @TempDir
    Path folder;

    private final IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
    private final List<Sitting> sat = new ArrayList<>();
    private SoftHsm tokens;
    private SoftToken token;
    private FaultyModule driver;

    @BeforeEach
    void card() throws IOException {
        tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        token = tokens.token("Card", PIN);
        driver = FaultyModule.build(folder.resolve("driver"));
        for (int number = 1; number <= DOCUMENTS; number++) {
            TestPdf.pages(document(number, ""), 1);
        }
    }

    @AfterEach
    void leave() {
        driver.behave();
        for (Sitting person : sat) {
            person.terminal().descendants().forEach(ProcessHandle::destroyForcibly);
            person.terminal().destroyForcibly();
        }
    }

    @Test
    void theDocumentInHandIsSignedAndTheRestIsTold() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.SIGN, Fault.WAIT);
        Sitting person = sit("{}");
        enterPin(person);
        driver.await(Function.SIGN);
        person.type("\003");
        person.await("^C");
        driver.behave();
        assertThat(person.rest())
                .contains("^C\r\nStopping", "To go on with", "ended with 130")
                .containsPattern(Sitting.ECHO)
                .doesNotContain("DRIVER-");
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertThat(document(DOCUMENTS, "-signed")).doesNotExist();
    }

    /** It ends in the dark, and what is typed then is nobody's entry. */
    @Test
    void aPendingQuestionIsNoDocumentInHand() throws Exception {
        token.putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        Sitting person = sit("{\"locked\": {\"onePinPerBatch\": false}}");
        person.await("PIN of");
        person.type(PIN + "\n");
        person.awaitNext("PIN of");
        person.type(PIN + "\n");
        person.awaitNext("PIN of");
        driver.misbehave(Function.LOGOUT, Fault.WAIT);
        int signed = calls("43");
        int shownPins = calls("18:1") + calls("18:2");
        person.type("\003");
        person.await("Nothing further was done.\r\n");
        driver.await(Function.LOGOUT);
        assertThat(state()).as("while it ends").doesNotContainPattern(Sitting.ECHO);
        person.type(PIN + "\n");
        // What was still read at the terminal ends its line.
        person.awaitNext("\r\n");
        assertThat(state()).as("after that too").doesNotContainPattern(Sitting.ECHO);
        driver.behave();
        assertThat(person.rest())
                .contains("PIN-CANCELLED", "To go on with", "ended with 130")
                .containsPattern(Sitting.ECHO)
                .doesNotContain(PIN);
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertThat(document(DOCUMENTS, "-signed")).doesNotExist();
        assertThat(calls("43")).isEqualTo(signed);
        assertThat(calls("18:1") + calls("18:2")).isEqualTo(shownPins);
    }

    /** The card’s reader goes on waiting: with its driver ends the wait. */
    @Test
    void aReaderThatWaitsForThePinIsLeft() throws Exception {
        token.putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        driver.misbehave(Function.LOGIN, Fault.PAD, Long.parseLong(PIN));
        driver.misbehave(Function.SIGN, Fault.WAIT);
        Sitting person = sit("{}");
        person.await("on the reader");
        driver.await(Function.SIGN);
        int entered = calls("18:1:pad") + calls("18:2:pad");
        driver.misbehave(Function.LOGIN, Fault.WAIT);
        driver.behave(Function.SIGN);
        driver.await(Function.LOGIN, entered + 1);
        int signed = calls("43");
        person.type("\003");
        assertThat(person.rest())
                .contains("Nothing further was done.", "PIN-CANCELLED", "To go on with", "ended with 130")
                .containsPattern(Sitting.ECHO)
                .doesNotContain("DRIVER-");
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertNothingElseWasWritten(1);
        assertThat(calls("43")).isEqualTo(signed);
        assertThat(calls("18:1:pad") + calls("18:2:pad")).isEqualTo(entered + 1);
    }

    /** What may have been entered there is told of, and the reader waits no more. */
    @Test
    void aReaderThatWaitsForTheFirstPinIsLeft() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.GET_TOKEN_INFO, Fault.FLAGS, PIN_PAD);
        driver.misbehave(Function.LOGIN, Fault.WAIT);
        Sitting person = sit("{}");
        person.await("on the reader");
        driver.await(Function.LOGIN);
        person.type("\003");
        assertThat(person.rest()).contains("PIN-CANCELLED", "ended with 130").containsPattern(Sitting.ECHO);
        assertThat(document(1, "-signed")).doesNotExist();
    }

    /** The PIN is with it, and nobody knows what becomes of it. */
    @Test
    void aDriverThatHangsOverTheLoginIsGivenUp() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.LOGIN, Fault.HANG);
        Sitting person = sit("{}");
        enterPin(person);
        driver.await(Function.LOGIN);
        person.type("\003");
        assertThat(person.rest()).contains("DRIVER-HUNG", "ended with 130").containsPattern(Sitting.ECHO);
        assertThat(document(1, "-signed")).doesNotExist();
    }

    /** It hangs for good, longer than anybody waits for it. */
    @Test
    void aDriverThatHangsOverADocumentIsGivenUp() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.SIGN, Fault.WAIT);
        Sitting person = sit("{}");
        enterPin(person);
        driver.await(Function.SIGN);
        int begun = calls("42");
        driver.misbehave(Function.SIGN_INIT, Fault.HANG);
        driver.behave(Function.SIGN);
        driver.await(Function.SIGN_INIT, begun + 1);
        person.type("\003");
        assertThat(person.rest())
                .contains("DRIVER-HUNG", "To go on with", "ended with 130")
                .containsPattern(Sitting.ECHO);
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertNothingElseWasWritten(1);
    }

    /** All is signed by then that will be. */
    @Test
    void aDriverThatHangsOverItsEndIsGivenUp() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.SIGN, Fault.WAIT);
        driver.misbehave(Function.LOGOUT, Fault.HANG);
        Sitting person = sit("{}");
        enterPin(person);
        driver.await(Function.SIGN);
        person.type("\003");
        // Told once it is known, which is a little after the key.
        person.await("Stopping");
        driver.behave(Function.SIGN);
        assertTheRestIsTold(person);
    }

    /** Each may take its time; all of them together take no more of a person's than a key does. */
    @Test
    void authoritiesThatDoNotAnswerAreGivenUp() throws Exception {
        token.put(key, "01");
        try (TestTsa silent = TestTsa.start(TestPki.create())) {
            silent.answer(TestTsa.Fault.SILENT);
            Sitting person = sit(
                    "{}",
                    " --allow-private-network --tsa %s --tsa %s/other".formatted(silent.address(), silent.address()));
            enterPin(person);
            person.await("1 of " + DOCUMENTS);
            person.type("\003");
            assertTheRestIsTold(person, this::signedBehindTheKey);
        }
    }

    /** They could take twice as long as anybody waits. */
    @Test
    void issuersThatDoNotAnswerAreGivenUp() throws Exception {
        TestPki pki = TestPki.create();
        try (TestTsa stamps = TestTsa.start(pki);
                TestStatusService silent = TestStatusService.start(pki)) {
            silent.fail(Place.OCSP, TestStatusService.Fault.SILENT);
            silent.fail(Place.LIST, TestStatusService.Fault.SILENT);
            CertificateRequest employee = pki.request(TestPki.EMPLOYEE, KeyKind.RSA_2048);
            token.put(pki.issue(silent.naming(employee, Place.OCSP, Place.LIST)), "01");
            Path trusted = IssuedKey.writePem(folder.resolve("hsm/ca.pem"), pki.certificate());
            Sitting person = sit(
                    "{\"locked\": {\"revocationBeforeSigning\": \"never\"}}",
                    " --level LT --trust %s --allow-private-network --tsa %s".formatted(trusted, stamps.address()));
            enterPin(person);
            silent.await();
            person.type("\003");
            assertTheRestIsTold(person, this::signedBehindTheKey);
        }
    }

    /** The PIN is with the card already: that is told to its end, and so is the document that it was entered for. */
    @Test
    void fromThePinOnItIsToldWhatBecameOfIt() throws Exception {
        token.put(key, "01");
        driver.misbehave(Function.LOGIN, Fault.WAIT);
        Sitting person = sit("{}");
        enterPin(person);
        driver.await(Function.LOGIN);
        person.type("\003");
        // Told once it is known, which is a little after the key.
        person.await("Stopping");
        driver.behave();
        assertTheRestIsTold(person);
    }

    private static void enterPin(Sitting person) throws IOException {
        person.await("PIN of");
        person.type(PIN + "\n");
    }

    /** The first document is signed, and no other. */
    private void assertTheRestIsTold(Sitting person) throws IOException {
        assertTheRestIsTold(person, () -> 1);
    }

    /** While services are asked for one document, the key signs the next two: what it signed comes to its end. */
    private int signedBehindTheKey() {
        int signed = 1;
        while (signed < 3 && Files.exists(document(signed + 1, "-signed"))) {
            signed++;
        }
        return signed;
    }

    private void assertTheRestIsTold(Sitting person, IntSupplier signed) throws IOException {
        assertThat(person.rest())
                // The key may just have begun with another document between the two.
                .contains("^C", "Stopping", "To go on with", "ended with 130")
                .containsPattern(Sitting.ECHO);
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertNothingElseWasWritten(signed.getAsInt());
    }

    /** No half of a file lies anywhere either. */
    private void assertNothingElseWasWritten(int signed) throws IOException {
        List<String> documents = new ArrayList<>();
        for (int number = 1; number <= DOCUMENTS; number++) {
            documents.add(String.valueOf(document(number, "").getFileName()));
            if (number <= signed) {
                documents.add(String.valueOf(document(number, "-signed").getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> String.valueOf(each.getFileName())))
                    .containsOnlyOnceElementsOf(documents)
                    .filteredOn(name -> !documents.contains(name))
                    .containsExactlyInAnyOrder("driver", "home", "hsm", "policy.json", "tty", "typed");
        }
        assertThat(folder.resolve("home/work")).isEmptyDirectory();
    }

    private String state() throws IOException {
        String device = Files.readString(folder.resolve("tty")).strip();
        return Shell.run(folder, "stty", "-F", device, "-a");
    }

    /** @param call as the driver writes it down */
    private int calls(String call) {
        return Collections.frequency(driver.calls(), call);
    }

    private Path document(int number, String ending) {
        return folder.resolve("%02d%s.pdf".formatted(number, ending));
    }

    private Sitting sit(String policy) throws IOException {
        return sit(policy, "");
    }

    /** @param options behind the others */
    private Sitting sit(String policy, String options) throws IOException {
        Files.writeString(folder.resolve("policy.json"), policy);
        String command =
                "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s --home home --policy policy.json --lang en "
                                .formatted(
                                        ProcessMemory.java("java"),
                                        System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path")),
                                        Main.class.getName())
                        + "sign ??.pdf --key 'pkcs11:id=%%01?module-path=%s'".formatted(driver.path())
                        + options;
        Sitting person = Sitting.at(folder, command, tokens.environment());
        sat.add(person);
        return person;
    }
}
