// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.problem.LedgerProblem.LogBusy;
import cat.segell.problem.ProblemException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoWritersTest {

    private static final int TIMES = 15;

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void begin() throws ProblemException {
        folder = home.resolve("ledger");
        TestLog.open(folder).append(TestLog.entries(0, 1));
    }

    /** The other process. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[1]);
            if (arguments[0].equals("hold")) {
                try (LogLock _ = LogLock.take(new LogFolder(folder, new Disk.Real()), Duration.ofSeconds(5))) {
                    System.err.println("held");
                    System.in.readAllBytes();
                }
                return;
            }
            for (int i = 0; i < TIMES; i++) {
                TestLog.open(folder).append(TestLog.entries(i, 2));
            }
        }
    }

    private Process start(String task) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        task,
                        folder.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void twoProcessesWriteOneAfterAnother() throws Exception {
        Process other = start("write");
        for (int i = 0; i < TIMES; i++) {
            TestLog.open(folder).append(TestLog.entries(1000 + i, 3));
        }
        assertThat(other.waitFor()).isZero();
        long size = TestLog.open(folder).status().orElseThrow().size();
        assertThat(size).isEqualTo(1 + 5 * TIMES);
        TestLog.open(folder).audit(size);
    }

    @Test
    void saysThatAnotherProcessIsWriting() throws Exception {
        Process other = start("hold");
        try (BufferedReader messages =
                new BufferedReader(new InputStreamReader(other.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(messages.readLine()).isEqualTo("held");
            busy();
        } finally {
            other.getOutputStream().close();
        }
        assertThat(other.waitFor()).isZero();
        assertThat(TestLog.open(folder).append(TestLog.entries(1, 1)).firstIndex())
                .isEqualTo(1);
    }

    @Test
    void saysThatAnotherThreadIsWriting() throws Exception {
        try (LogLock _ = LogLock.take(new LogFolder(folder, new Disk.Real()), Duration.ZERO)) {
            busy();
        }
        assertThat(TestLog.open(folder).append(TestLog.entries(1, 1)).firstIndex())
                .isEqualTo(1);
    }

    /** A reader needs no lock. */
    @Test
    void canBeReadWhileAnotherWrites() throws Exception {
        try (LogLock _ = LogLock.take(new LogFolder(folder, new Disk.Real()), Duration.ZERO)) {
            assertThat(TestLog.open(folder).status().orElseThrow().size()).isEqualTo(1);
        }
    }

    private void busy() {
        TilesLog impatient = new TilesLog(folder, new Disk.Real(), Duration.ofMillis(50));
        assertThatThrownBy(() -> impatient.append(TestLog.entries(1, 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new LogBusy(folder)));
    }
}
