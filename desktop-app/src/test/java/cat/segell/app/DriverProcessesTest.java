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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application and its driver as processes of their own. After signing, no PIN is left in the memory of either. The PIN comes
 * through a pipe, and the driver holds them in their last call while they are searched.
 *
 * <p>Of the driver's process only Java's heap is searched: what the driver and the wrapper's native half leave in theirs is not
 * ours to wipe.
 */
@Tag("system")
class DriverProcessesTest {

    /** Nothing else in a process looks like it. */
    private static final String PIN = "7Kq9-zX4w";

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
    void noPinIsLeftAfterSigning() throws Exception {
        ProcessMemory memory = new ProcessMemory(folder);
        Process application = signUntil(Function.LOGOUT, "19");
        assertThat(folder.resolve("a-signed.pdf")).as("it did sign").isNotEmptyFile();
        assertThat(folder.resolve("b-signed.pdf")).isNotEmptyFile();

        Path dump = memory.dump(application.pid());
        assertThat(ProcessMemory.holds(dump, "SegellMarker"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(ProcessMemory.holds(dump, PIN)).as("the application").isFalse();

        Path heap = memory.heap(driverOf(application));
        assertThat(ProcessMemory.holds(heap, "C_Logout"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(ProcessMemory.holds(heap, PIN)).as("the driver's process").isFalse();
    }

    /** Ctrl+C is a person's way out where the reader or the driver keeps waiting. */
    @Test
    void interruptingTheApplicationEndsADriverThatHangs() throws Exception {
        Process application = signUntil(Function.LOGIN, "18:1");
        ProcessHandle driver = ProcessHandle.of(driverOf(application)).orElseThrow();
        Shell.run(folder, "kill", "-INT", String.valueOf(application.pid()));
        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(driver.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(folder.resolve("a-signed.pdf")).doesNotExist();
    }

    /** @param call as the driver writes it down */
    private Process signUntil(Function hangs, String call) throws Exception {
        SoftHsm tokens = SoftHsm.in(Files.createDirectory(folder.resolve("hsm")));
        IssuedKey key = TestPki.create().signer(KeyKind.RSA_2048);
        tokens.token("Memòria", PIN).putKeyThatAsksEachTime(key, "01").putCertificate(key.certificate(), "01");
        FaultyModule driver = FaultyModule.build(folder.resolve("driver"));
        driver.misbehave(hangs, Fault.HANG);
        Process application = start(tokens, driver);
        started.add(application);
        waitFor(application, driver, call);
        return application;
    }

    private Process start(SoftHsm tokens, FaultyModule driver) throws IOException {
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
                "sign"));
        for (String name : List.of("a.pdf", "b.pdf")) {
            command.add(TestPdf.pages(folder.resolve(name), 1).toString());
        }
        command.addAll(List.of("--key", "pkcs11:id=%01?module-path=" + driver.path(), "--pin-file", "/dev/stdin"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(tokens.environment());
        Process application = builder.start();
        try (OutputStream in = application.getOutputStream()) {
            in.write((PIN + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return application;
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

    private static long driverOf(Process application) {
        return application
                .children()
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow()
                .pid();
    }
}
