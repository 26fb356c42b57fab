// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.WindowProcess.Waited;
import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application's window as a process of its own, a person at it, and a driver in front of a real token. How long the window
 * lets a person wait while the driver crashes, hangs, leaves, answers with garbage and signs is printed, for
 * {@code docs/benchmarks.md}.
 */
@Tag("system")
@Timeout(300)
class WindowProcessTest {

    /** Nothing else in a process looks like it. */
    private static final String PIN = "7kq9zx4w";

    /** @param number of those that need one */
    private record Ordered(Fault how, long number) {}

    private static final List<Ordered> FAULTS = List.of(
            new Ordered(Fault.CRASH, 0),
            new Ordered(Fault.LEAVE, 0),
            new Ordered(Fault.HANG, 0),
            new Ordered(Fault.GARBAGE, 0),
            new Ordered(Fault.SCRIBBLE, 0),
            new Ordered(Fault.WRONG, 0),
            new Ordered(Fault.SHORT, 17));

    /** Until a driver that hangs is given up: the window must have gone on meanwhile. */
    private static final Duration HANG = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private FaultyModule driver;
    private SoftHsm tokens;

    @BeforeEach
    void makeToken() throws IOException {
        tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
        tokens.token("Finestra", PIN).putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        driver = FaultyModule.build(folder.resolve("driver"));
    }

    private WindowProcess window() throws IOException {
        return WindowProcess.start(
                folder,
                """
                {"pkcs11Modules": ["%s"], "searchModules": false, "keySeconds": "%d", "driverSeconds": "600"}""".formatted(driver.path(), HANG.toSeconds()),
                tokens.environment(),
                List.of(TestPdf.pages(folder.resolve("Decret.pdf"), 1)));
    }

    @Test
    void whateverTheDriverDoesHoldsNothingUp() throws Exception {
        StringBuilder waits = new StringBuilder("longest wait for the window in ms (work of its thread):");
        try (WindowProcess window = window()) {
            window.does("see sign-button");
            tell(waits, "until it is there", window);
            driver.misbehave(Function.SIGN, Fault.CRASH);
            window.does("click sign-button");
            window.entersPin(PIN);
            window.seesItsEnd();
            window.does("see row-retry");
            // All of this is shown for the first time.
            tell(waits, "first use", window);
            for (Ordered fault : FAULTS) {
                driver.behave();
                driver.misbehave(Function.SIGN, fault.how(), fault.number());
                window.does("click row-retry");
                window.entersPin(PIN);
                window.seesItsEnd();
                assertThat(tell(waits, fault.how().name(), window).millis())
                        .as("the window waited for the driver")
                        .isLessThan(HANG.toMillis());
                assertThat(folder.resolve("Decret-signed.pdf")).doesNotExist();
            }
            driver.behave();
            window.does("click row-retry");
            window.entersPin(PIN);
            window.does("see open-folder");
            tell(waits, "signs", window);
            assertThat(folder.resolve("Decret-signed.pdf")).isNotEmptyFile();
        }
        System.err.println(waits);
    }

    private static Waited tell(StringBuilder waits, String what, WindowProcess window) throws IOException {
        Waited longest = window.waited();
        waits.append(" %s %s,".formatted(what, longest));
        return longest;
    }

    /** The driver is held in its last call, so that both can be searched. */
    @Test
    void thePinThatWasTypedIsLeftInNeitherProcess() throws Exception {
        ProcessMemory memory = new ProcessMemory(folder);
        driver.misbehave(Function.LOGOUT, Fault.HANG);
        try (WindowProcess window = window()) {
            window.does("click sign-button");
            window.entersPin(PIN);
            driver.await(Function.LOGOUT);
            assertThat(folder.resolve("Decret-signed.pdf")).isNotEmptyFile();

            Path application = memory.dump(window.pid());
            assertThat(ProcessMemory.holds(application, WindowProcess.MARKER))
                    .as("the search finds what is there")
                    .isTrue();
            assertThat(ProcessMemory.holds(application, PIN)).as("the window").isFalse();

            Path child = memory.heap(window.children().findFirst().orElseThrow().pid());
            assertThat(ProcessMemory.holds(child, "C_Logout"))
                    .as("the search finds what is there")
                    .isTrue();
            assertThat(ProcessMemory.holds(child, PIN))
                    .as("the driver's process")
                    .isFalse();
        }
    }
}
