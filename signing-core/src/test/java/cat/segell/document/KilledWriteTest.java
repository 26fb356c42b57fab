// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.Rounds;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it writes leaves no file that could be taken for a signed one. */
class KilledWriteTest {

    @TempDir
    private Path folder;

    @Test
    void leavesNothingButATemporaryFileWhenItIsKilled() throws Exception {
        int rounds = Rounds.of(10, 100);
        for (int round = 0; round < rounds; round++) {
            killAfter(round, Files.createDirectory(folder.resolve("round-" + round)));
        }
    }

    /** @param more bytes than the first half that are written before the end */
    private static void killAfter(int more, Path folder) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Each says that what came before is on its way to the disk.
        assertThat(writer.getInputStream().read()).isEqualTo('w');
        for (int i = 0; i < more; i++) {
            writer.getOutputStream().write('x');
            writer.getOutputStream().flush();
            assertThat(writer.getInputStream().read()).isEqualTo('w');
        }
        writer.destroyForcibly();
        writer.waitFor();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1).allMatch(PartFile::is);
        }
    }

    /** Writes half of a content and then waits for each byte of the rest. */
    static final class Writer {

        private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            InputStream half = new ByteArrayInputStream(new byte[1 << 20]);
            InputStream waiting = new InputStream() {
                @Override
                public int read() {
                    return tell();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    int next = tell();
                    if (next < 0) {
                        return next;
                    }
                    into[from] = (byte) next;
                    return 1;
                }
            };
            OutputFile.put(
                    new SequenceInputStream(half, waiting),
                    new OutputName(Path.of(arguments[0]), "acta-signed", ".pdf"));
        }

        private static int tell() {
            try {
                OUT.write('w');
                return System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
