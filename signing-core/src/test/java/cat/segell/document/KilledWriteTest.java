// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The first byte says that content is on its way to the disk.
        assertThat(writer.getInputStream().read()).isEqualTo('w');
        writer.destroyForcibly();
        writer.waitFor();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1).allMatch(OutputFile::isTemporary);
        }
    }

    /** Writes half of a content and then waits for its end. */
    static final class Writer {

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
                    return tell();
                }
            };
            OutputFile.put(
                    new SequenceInputStream(half, waiting),
                    new OutputName(Path.of(arguments[0]), "acta-signed", ".pdf"));
        }

        private static int tell() {
            try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                out.write('w');
                out.flush();
                return System.in.read();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
