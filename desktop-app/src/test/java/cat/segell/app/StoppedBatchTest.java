// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Shell;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.SoftHsm.SoftToken;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        person.await("PIN of");
        person.type(PIN + "\n");
        driver.await(Function.SIGN);
        person.type("\003");
        person.await("^C");
        driver.behave();
        assertThat(person.rest())
                .contains("SIGNING-STOPPED", "To sign just these:\r\nsegell", "ended with 130")
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
                .contains("PIN-CANCELLED", "To sign just these:\r\nsegell", "ended with 130")
                .containsPattern(Sitting.ECHO)
                .doesNotContain(PIN);
        assertThat(document(1, "-signed")).isNotEmptyFile();
        assertThat(document(DOCUMENTS, "-signed")).doesNotExist();
        assertThat(calls("43")).isEqualTo(signed);
        assertThat(calls("18:1") + calls("18:2")).isEqualTo(shownPins);
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
        Files.writeString(folder.resolve("policy.json"), policy);
        String command =
                "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s --home home --policy policy.json --lang en "
                                .formatted(
                                        ProcessMemory.java("java"),
                                        System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path")),
                                        Main.class.getName())
                        + "sign ??.pdf --key 'pkcs11:id=%%01?module-path=%s'".formatted(driver.path());
        Sitting person = Sitting.at(folder, command, tokens.environment());
        sat.add(person);
        return person;
    }
}
