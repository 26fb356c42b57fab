// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what Segell wrote is replaced, as a whole, and everybody may do with it what they could before. */
class FileReplacementTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("acta-signed.pdf"), "before");
    }

    private static Digest digest(String content) {
        return DigestAlgorithm.SHA256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private FileReplacement replacement() {
        return FileReplacement.of(file, digest("before"), digest("after"));
    }

    private static InputStream content() {
        return new ByteArrayInputStream("after".getBytes(StandardCharsets.UTF_8));
    }

    private Problem refused(InputStream content) {
        return catchThrowableOfType(ProblemException.class, () -> replacement().put(content))
                .problem();
    }

    private void isAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).allMatch(each -> each.equals(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-rw-rw-", "r--r--r--", "rw-------"})
    void theRightsStay(String rights) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        Files.setAttribute(file, "unix:gid", 7);
        replacement().put(content());
        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(rights);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(7);
        isAlone();
    }

    @Test
    void whatIsNotWhatSegellWroteStays() throws Exception {
        Files.writeString(file, "of somebody else");
        assertThat(refused(content())).isEqualTo(new PendingFileChanged(file));
        assertThat(file).hasContent("of somebody else");
        isAlone();
    }

    @Test
    void whatChangesMeanwhileStays() throws Exception {
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                Files.writeString(file, "saved meanwhile");
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        assertThat(refused(slow)).isEqualTo(new PendingFileChanged(file));
        assertThat(file).hasContent("saved meanwhile");
        isAlone();
    }

    @Test
    void whatIsGoneIsNotMadeAnew() throws Exception {
        Files.delete(file);
        assertThat(refused(content())).isEqualTo(new PendingFileGone(file));
        isAlone();
    }

    @Test
    void aLinkToTheSameContentIsNotTheFile() throws Exception {
        Path moved = Files.move(file, folder.resolve("moved.pdf"));
        Files.createSymbolicLink(file, moved);
        assertThat(refused(content())).isEqualTo(new PendingFileChanged(file));
        assertThat(file).isSymbolicLink();
        assertThat(moved).hasContent("before");
    }

    @Test
    void aDriveThatIsAwayTakesNothingAway() throws Exception {
        Files.delete(file);
        Files.delete(folder);
        assertThat(refused(content())).isEqualTo(new DocumentUnreadable(file));
        Files.createDirectory(folder);
    }
}
