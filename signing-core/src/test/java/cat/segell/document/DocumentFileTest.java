// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.DocumentEmpty;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import cat.segell.problem.UsageProblem.FileIsFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTest {

    @TempDir
    private Path folder;

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        Path missing = folder.resolve("missing.pdf");
        Path empty = Files.createFile(folder.resolve("empty.pdf"));
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"))) {
            assertThat(problem(missing, work)).isEqualTo(new DocumentMissing(missing));
            assertThat(problem(empty, work)).isEqualTo(new DocumentEmpty(empty));
            assertThat(problem(folder, work)).isEqualTo(new FileIsFolder(folder));
            assertThat(names(work.folder())).containsExactly("lock");
        }
    }

    @Test
    void saysThatTheHomeCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> WorkFolder.create(file.resolve("home")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new HomeUnwritable(file.resolve("home"))));
    }

    @Test
    void noticesThatTheSourceChanged() throws Exception {
        Path source = Files.writeString(folder.resolve("a.pdf"), "one");
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            document.guardUnchanged();
            Files.writeString(source, "two");
            assertThatThrownBy(document::guardUnchanged)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(new DocumentChanged(source)));
            assertThat(document.copy()).hasContent("one");
            Files.delete(source);
            assertThatThrownBy(document::guardUnchanged).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void theCopyIsPrivateAndGoesAway() throws Exception {
        Path source = Files.writeString(folder.resolve("a.pdf"), "one");
        Path home = folder.resolve("home");
        try (WorkFolder work = WorkFolder.create(home);
                DocumentFile document = DocumentFile.read(source, work)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.folder())))
                    .isEqualTo("rwx------");
            assertThat(document.sha256()).isEqualTo(DigestAlgorithm.SHA256.of("one".getBytes(StandardCharsets.UTF_8)));
            assertThat(document.size()).isEqualTo(3);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysWhereACopyCannotBeWritten() throws Exception {
        Path source = Files.writeString(folder.resolve("a.pdf"), "one");
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"))) {
            WorkFolder.deleteAll(work.folder());
            assertThat(problem(source, work)).isEqualTo(new HomeUnwritable(work.folder()));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Problem problem(Path source, WorkFolder work) {
        try (DocumentFile _ = DocumentFile.read(source, work)) {
            throw new AssertionError("was read");
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
