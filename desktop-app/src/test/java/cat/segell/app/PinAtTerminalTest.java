// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.practice.PracticeAuthority;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a real terminal, made by {@code script}, whose shell sends the streams elsewhere. */
@Tag("system")
@Timeout(300)
class PinAtTerminalTest {

    /** A home whose practice card exists: to make one takes as long as the rest of a sitting. */
    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void practiceCard() throws ProblemException {
        new PracticeAuthority(prepared.resolve("practice")).caCertificate();
    }

    @BeforeEach
    void documents() throws IOException, InterruptedException {
        TestPdf.pages(folder.resolve("acta.pdf"), 1);
        Path home = folder.resolve("home");
        assertThat(new ProcessBuilder("cp", "-a", prepared.toString(), home.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void asksWhereEveryStreamLeadsElsewhere() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json < /dev/null > out.json 2> err.txt");
        person.await("PIN of");
        person.type("1234\n");
        assertThat(person.rest()).contains("ended with 0").containsPattern(Sitting.ECHO);
        assertThat(person.shown()).as("typed in the dark").doesNotContain("1234");
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"status\" : \"signed\"");
        assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("PIN of");
    }

    @Test
    void ctrlCIsToldAndGivesTheEchoBack() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json");
        person.await("PIN of");
        person.type("12\003");
        assertThat(person.rest())
                .contains("Cancelled. Nothing further was done.", "ended with 130")
                .containsPattern(Sitting.ECHO);
        assertThat(folder.resolve("acta-signed.pdf")).doesNotExist();
    }

    /** A shell that takes up what was stopped switches the echo on. */
    @Test
    void ctrlZStopsNoQuestion() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json");
        person.await("PIN of");
        person.type("99\032");
        person.await("Ctrl+Z does nothing here");
        person.await("PIN of");
        person.type("1234\n");
        assertThat(person.rest())
                .contains("ended with 0", "susp = ^Z", "eol = <undef>")
                .containsPattern(Sitting.ECHO)
                .doesNotContain("99", "34");
    }

    /** Nothing of the colours that the parser of options gives a terminal. */
    @Test
    void helpBesideAResultIsInPlainLetters() throws Exception {
        Sitting person = sit("cards");
        assertThat(person.rest()).contains("change-pin").doesNotContain("\ufffd", "\033");
    }

    @Test
    void nothingTypedIsNoAttempt() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json");
        person.await("PIN of");
        person.type("\n");
        assertThat(person.rest()).contains("ended with 4").containsPattern(Sitting.ECHO);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("PIN-CANCELLED");
    }

    @Test
    void aWrongPinIsAskedForAgain() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json 2> err.txt");
        person.await("PIN of");
        person.type("0000\n");
        person.await("2 tries left before it locks.");
        person.await("The PIN of practice cards is 1234.");
        person.await("Enter it again, or press Enter to stop.");
        person.await("2 tries left:");
        person.type("1234\n");
        assertThat(person.rest()).contains("ended with 0").containsPattern(Sitting.ECHO);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"status\" : \"signed\"");
    }

    @Test
    void theLastTryWantsItsOwnWord() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json");
        person.await("PIN of");
        person.type("0000\n");
        person.await("2 tries left:");
        person.type("1111\n");
        person.await("One try is left");
        person.type("\n");
        assertThat(person.rest()).contains("ended with 4").containsPattern(Sitting.ECHO);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("PIN-FINAL-TRY");
    }

    @Test
    void aWrongPasswordOfAKeyFileIsAskedForAgain() throws Exception {
        TestPki.create().signer(KeyKind.P256).writePkcs12(folder.resolve("mine.p12"), "right");
        Sitting person = sit("sign acta.pdf --key pkcs12:mine.p12 --json > out.json");
        person.await("Password of");
        person.type("wrong\n");
        person.await("does not open with this password.");
        person.await("Enter it again, or press Enter to stop.");
        person.type("right\n");
        assertThat(person.rest()).contains("ended with 0");
    }

    @Test
    void sendsNothingThatIsNoText() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json");
        person.await("PIN of");
        person.type(new byte[] {'1', (byte) 0xff, '2', '\n'});
        assertThat(person.rest()).contains("ended with 4").containsPattern(Sitting.ECHO);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("PIN-FILE-INVALID");
    }

    @Test
    void asksNobodyWithoutTerminal() throws Exception {
        Sitting person = sit("sign acta.pdf --key practice: --json > out.json", "setsid -w ");
        assertThat(person.rest()).contains("ended with 4");
        assertThat(Files.readString(folder.resolve("out.json"))).contains("PIN-MISSING");
    }

    private Sitting sit(String command) throws IOException {
        return sit(command, "");
    }

    /** @param before what starts Segell */
    private Sitting sit(String command, String before) throws IOException {
        String flags =
                "-Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED";
        String java = "'%s' %s -cp '%s' %s '%s' --home home"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        flags,
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SessionMain.class.getName(),
                        folder.toRealPath());
        return Sitting.at(folder, before + java + " --lang en " + command, Map.of());
    }
}
