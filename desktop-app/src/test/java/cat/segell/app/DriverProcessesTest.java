// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Shell;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The application and its driver as processes of their own. After signing, no PIN is left in the memory of either. The PIN comes
 * through a pipe or from a terminal, and the driver holds them in their last call while they are searched.
 *
 * <p>Of the driver's process only Java's heap is searched: what the driver and the wrapper's native half leave in theirs is not
 * ours to wipe.
 */
@Tag("system")
class DriverProcessesTest {

    /** Nothing else in a process looks like it. */
    private static final String PIN = "7Kq9-zX4w";

    private static final String QUESTION = "PIN of ";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        for (Process application : started) {
            application.descendants().forEach(ProcessHandle::destroyForcibly);
            application.destroyForcibly();
        }
    }

    @Test
    void noPinFromAPipeIsLeftAfterSigning() throws Exception {
        Process application = signUntil(Function.LOGOUT, "19", this::piped);
        assertNoPinIsLeft(application.toHandle());
    }

    /** As a person does: at a terminal of its own, when asked. */
    @Test
    void noPinTypedAtATerminalIsLeftAfterSigning() throws Exception {
        Process terminal = signUntil(Function.LOGOUT, "19", this::typed);
        assertThat(said()).as("what the terminal showed").contains(QUESTION).doesNotContain(PIN);
        assertNoPinIsLeft(child(terminal.toHandle()));
    }

    private void assertNoPinIsLeft(ProcessHandle application) throws IOException {
        ProcessMemory memory = new ProcessMemory(folder);
        assertThat(folder.resolve("a-signed.pdf")).as("it did sign").isNotEmptyFile();
        assertThat(folder.resolve("b-signed.pdf")).isNotEmptyFile();

        Path dump = memory.dump(application.pid());
        assertThat(ProcessMemory.holds(dump, "SegellMarker"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(ProcessMemory.holds(dump, PIN)).as("the application").isFalse();

        Path heap = memory.heap(child(application).pid());
        assertThat(ProcessMemory.holds(heap, "C_Logout"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(ProcessMemory.holds(heap, PIN)).as("the driver's process").isFalse();
    }

    /** Ctrl+C is a person's way out where the reader or the driver keeps waiting. However the application ends, so does it. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void aDriverThatHangsEndsWithTheApplication(String signal) throws Exception {
        Process application = signUntil(Function.LOGIN, "18:1", this::piped);
        ProcessHandle driver = child(application.toHandle());
        Shell.run(folder, "kill", "-" + signal, String.valueOf(application.pid()));
        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(driver.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(folder.resolve("a-signed.pdf")).doesNotExist();
    }

    /** Starts it and sees to its PIN. */
    private interface Way {
        Process start(SoftHsm tokens, List<String> command) throws Exception;
    }

    /** @param call as the driver writes it down */
    private Process signUntil(Function hangs, String call, Way way) throws Exception {
        SoftHsm tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
        tokens.token("Memòria", PIN).putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(hangs, Fault.HANG);
        Process application = way.start(tokens, command(driver));
        waitFor(application, driver, call);
        return application;
    }

    private List<String> command(FaultyModule driver) throws IOException {
        // Tests that are started in the background may have been told to ignore Ctrl+C.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                ProcessMemory.java("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dmarker=SegellMarker",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                folder.resolve("home").toString(),
                "--policy",
                Files.writeString(folder.resolve("policy.json"), "{\"locked\": {\"driverSeconds\": \"600\"}}")
                        .toString(),
                "--lang",
                "en",
                "sign"));
        for (String name : List.of("a.pdf", "b.pdf")) {
            command.add(TestPdf.pages(folder.resolve(name), 1).toString());
        }
        command.addAll(List.of("--key", "pkcs11:id=%01?module-path=" + driver.path()));
        return command;
    }

    private Process piped(SoftHsm tokens, List<String> command) throws IOException {
        command.addAll(List.of("--pin-file", "/dev/stdin"));
        Process application = start(tokens, command);
        try (OutputStream in = application.getOutputStream()) {
            in.write((PIN + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return application;
    }

    /** @return script(1), whose child it is */
    private Process typed(SoftHsm tokens, List<String> command) throws Exception {
        String words = command.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" "));
        Process terminal = start(tokens, List.of("script", "--quiet", "--command", "exec " + words, "/dev/null"));
        while (!said().contains(QUESTION)) {
            assertThat(terminal.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(() -> "it ended without asking: " + said())
                    .isFalse();
        }
        terminal.getOutputStream().write((PIN + "\n").getBytes(StandardCharsets.UTF_8));
        terminal.getOutputStream().flush();
        return terminal;
    }

    private Process start(SoftHsm tokens, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(tokens.environment());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void waitFor(Process application, FaultyModule driver, String call) throws Exception {
        while (!Files.exists(driver.path().resolveSibling("calls"))
                || !driver.calls().contains(call)) {
            assertThat(application.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(() -> "it ended without: " + said())
                    .isFalse();
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static ProcessHandle child(ProcessHandle process) {
        return process.children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
    }
}
