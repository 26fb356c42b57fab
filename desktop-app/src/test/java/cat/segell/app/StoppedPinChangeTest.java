// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.SoftHsm.SoftToken;
import cat.segell.fixture.KeyKind;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl+C at a terminal where a card is to get another PIN. */
@Tag("system")
@Timeout(300)
class StoppedPinChangeTest {

    /** Nothing else that is shown looks like them. */
    private static final String PIN = "73915046";

    private static final String NEW_PIN = "60413297";

    @TempDir
    Path folder;

    private final List<Sitting> sat = new ArrayList<>();
    private SoftHsm tokens;
    private FaultyModule driver;

    @BeforeEach
    void card() throws IOException {
        tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        SoftToken token = tokens.token("Card", PIN);
        token.put(TestPki.create().signer(KeyKind.RSA_2048), "01");
        driver = FaultyModule.build(folder.resolve("driver"));
    }

    @AfterEach
    void leave() {
        driver.behave();
        for (Sitting person : sat) {
            person.terminal().descendants().forEach(ProcessHandle::destroyForcibly);
            person.terminal().destroyForcibly();
        }
    }

    /** The driver has both PINs and goes on: whoever is not told doesn't know which one is theirs. */
    @ParameterizedTest
    @CsvSource({"SET_PIN, " + PIN + ", was changed.", "LOGIN, 11111111, Code: PIN-CHANGE-REFUSED"})
    void whatWasSentIsToldToItsEnd(Function call, String present, String told) throws Exception {
        driver.misbehave(call, Fault.WAIT);
        Sitting person = sit();
        person.await("Current PIN");
        person.type(present + "\n");
        person.await("New PIN");
        person.type(NEW_PIN + "\n");
        person.await("once more");
        person.type(NEW_PIN + "\n");
        driver.await(call);
        person.type("\003");
        person.await("^C");
        driver.behave();
        assertThat(person.rest())
                .contains(told, "ended with 130")
                .containsPattern(Sitting.ECHO)
                .doesNotContain(PIN, NEW_PIN);
    }

    @Test
    void beforeThatNothingIsSent() throws Exception {
        Sitting person = sit();
        person.await("Current PIN");
        person.type(PIN + "\n");
        person.await("New PIN");
        person.type("\003");
        assertThat(person.rest())
                .contains("Nothing further was done.", "ended with 130")
                .containsPattern(Sitting.ECHO);
        assertThat(Collections.frequency(driver.calls(), "11")).isZero();
    }

    private Sitting sit() throws IOException {
        String command = "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s --home home --lang en "
                        .formatted(
                                ProcessMemory.java("java"),
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                Main.class.getName())
                + "cards change-pin --key 'pkcs11:id=%%01?module-path=%s'".formatted(driver.path());
        Sitting person = Sitting.at(folder, command, tokens.environment());
        sat.add(person);
        return person;
    }
}
