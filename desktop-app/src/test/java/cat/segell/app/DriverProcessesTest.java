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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
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

    /** Below this lies the heap of a small JVM (HotSpot's compressed oops without a base), and nothing native. */
    private static final long LOW = 1L << 32;

    private static final int PART = 1 << 20;

    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

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
        Process application = signUntil(Function.LOGOUT, "19");
        assertThat(folder.resolve("a-signed.pdf")).as("it did sign").isNotEmptyFile();
        assertThat(folder.resolve("b-signed.pdf")).isNotEmptyFile();

        Path dump = dump(application.pid());
        assertThat(holds(dump, "SegellMarker"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(holds(dump, PIN)).as("the application").isFalse();

        Path heap = heap(driverOf(application));
        assertThat(holds(heap, "C_Logout")).as("the search finds what is there").isTrue();
        assertThat(holds(heap, PIN)).as("the driver's process").isFalse();
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
                java("java"),
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

    /** With what nobody refers to any more. */
    private Path dump(long process) throws IOException {
        Path file = folder.resolve("dump.hprof");
        Shell.run(folder, java("jcmd"), String.valueOf(process), "GC.heap_dump", "-all", file.toString());
        return file;
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** The process lets nobody attach, so its memory is read from outside. */
    private Path heap(long process) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process));
        Path file = folder.resolve("heap");
        try (RandomAccessFile memory = new RandomAccessFile(proc.resolve("mem").toFile(), "r");
                OutputStream heap = Files.newOutputStream(file)) {
            for (String line : Files.readAllLines(proc.resolve("maps"))) {
                String[] range = line.split("[ -]", 4);
                long begin = Long.parseUnsignedLong(range[0], 16);
                long end = Long.parseUnsignedLong(range[1], 16);
                boolean anonymous = line.split(" +", -1).length < 6 || line.endsWith(" ");
                if (range[2].startsWith("rw") && anonymous && end <= LOW) {
                    copy(memory, begin, end, heap);
                }
            }
        }
        return file;
    }

    private static void copy(RandomAccessFile memory, long begin, long end, OutputStream to) throws IOException {
        memory.seek(begin);
        for (long left = end - begin; left > 0; left -= Math.min(left, PART)) {
            byte[] part = new byte[(int) Math.min(left, PART)];
            memory.readFully(part);
            to.write(part);
        }
    }

    private static boolean holds(Path memory, String text) throws IOException {
        for (Charset form : FORMS) {
            if (holds(memory, text.getBytes(form))) {
                return true;
            }
        }
        return false;
    }

    /** Part by part, for it is larger than this JVM's own memory may be; what lies over a seam is looked at with the next part. */
    private static boolean holds(Path memory, byte[] wanted) throws IOException {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        String seam = "";
        try (InputStream in = Files.newInputStream(memory)) {
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                String seen = seam + new String(part, StandardCharsets.ISO_8859_1);
                if (seen.contains(text)) {
                    return true;
                }
                seam = seen.substring(Math.max(0, seen.length() - wanted.length));
            }
        }
        return false;
    }
}
