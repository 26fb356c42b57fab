// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application's window as a process of its own, a person at it, and a driver in front of a real token. How long the window
 * lets a person wait while the driver crashes, hangs and signs is printed, for {@code docs/benchmarks.md}.
 */
@Tag("system")
@Timeout(300)
class WindowProcessTest {

    /** Nothing else in a process looks like it. */
    private static final String PIN = "7kq9zx4w";

    private static final Pattern WITHOUT_DISPLAY = Pattern.compile("-D(testfx|glass|monocle|prism|java\\.awt)\\.");

    /** Until a driver that hangs is given up: the window must have gone on meanwhile. */
    private static final Duration HANG = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private FaultyModule driver;
    private SoftHsm tokens;
    private Optional<Process> application = Optional.empty();

    @BeforeEach
    void makeToken() throws IOException {
        tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
        tokens.token("Finestra", PIN).put(key, "01");
        driver = FaultyModule.build(folder.resolve("driver"));
    }

    @AfterEach
    void stop() {
        application.ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void aDriverThatCrashesOrHangsHoldsNothingUpAndNoPinIsLeft() throws Exception {
        Path document = TestPdf.pages(folder.resolve("Decret.pdf"), 1);
        try (Person person = person(document)) {
            person.does("see sign-button");
            person.waited();
            driver.misbehave(Function.SIGN, Fault.CRASH);
            person.does("click sign-button");
            person.entersPin();
            person.does("see row-retry");
            // The window shows all this for the first time: that costs more than any driver.
            long first = person.waited();

            person.does("click row-retry");
            person.entersPin();
            person.does("see progress");
            person.does("see row-retry");
            long crash = person.waited();

            driver.behave();
            driver.misbehave(Function.SIGN, Fault.HANG);
            person.does("click row-retry");
            person.entersPin();
            person.does("see progress");
            person.does("see row-retry");
            long hang = person.waited();
            assertThat(folder.resolve("Decret-signed.pdf")).doesNotExist();
            assertThat(hang).as("the window waited for the driver").isLessThan(HANG.toMillis());

            driver.behave();
            person.does("click row-retry");
            person.entersPin();
            person.does("see open-folder");
            long signing = person.waited();
            assertThat(folder.resolve("Decret-signed.pdf")).isNotEmptyFile();

            ProcessMemory memory = new ProcessMemory(folder);
            Path dump = memory.dump(application.orElseThrow().pid());
            assertThat(ProcessMemory.holds(dump, "SegellMarker"))
                    .as("the search finds what is there")
                    .isTrue();
            assertThat(ProcessMemory.holds(dump, PIN)).as("what was typed").isFalse();
            System.err.printf(
                    "longest wait for the window: first use %d ms, driver crashes %d ms, hangs %d ms, signs %d ms%n",
                    first, crash, hang, signing);
        }
    }

    /** Standard input and output of {@link PersonAtWindow}. */
    private record Person(BufferedWriter deeds, BufferedReader answers) implements AutoCloseable {

        String does(String deed) throws IOException {
            deeds.write(deed + "\n");
            deeds.flush();
            return Objects.requireNonNull(answers.readLine(), "it ended at: " + deed);
        }

        void entersPin() throws IOException {
            does("see pin");
            for (int i = 0; i < PIN.length(); i++) {
                does("type " + PIN.charAt(i));
            }
            does("click pin-sign");
        }

        long waited() throws IOException {
            return Long.parseLong(does("pause"));
        }

        @Override
        public void close() throws IOException {
            deeds.close();
            answers.close();
        }
    }

    private Person person(Path document) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.json"), """
                {"locked": {"pkcs11Modules": ["%s"], "searchModules": false, "keySeconds": "%d", "lang": "en"}}
                """.formatted(driver.path(), HANG.toSeconds()));
        List<String> command = new ArrayList<>(List.of(ProcessMemory.java("java"), "-Dmarker=SegellMarker"));
        // Without a display, as this process.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> WITHOUT_DISPLAY.matcher(each).lookingAt())
                .forEach(command::add);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PersonAtWindow.class.getName(),
                "--home",
                folder.resolve("home").toString(),
                "--policy",
                policy.toString(),
                document.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("said").toFile());
        builder.environment().putAll(tokens.environment());
        builder.environment().putAll(Map.of("DISPLAY", ":none"));
        Process started = builder.start();
        application = Optional.of(started);
        return new Person(started.outputWriter(StandardCharsets.UTF_8), started.inputReader(StandardCharsets.UTF_8));
    }
}
