// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.SmallDisk;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.DocumentProblem.OutputNotFolder;
import cat.segell.problem.DocumentProblem.OutputUnwritable;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void leavesNothingWhenTheContentBreaksOff() throws Exception {
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cable pulled");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("cable pulled");
            }
        };
        InputStream breaking = new SequenceInputStream(content("x".repeat(100_000)), rest);
        assertThatThrownBy(() -> OutputFile.put(breaking, name()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputUnwritable(folder)));
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void saysThatANameIsTooLongAndLeavesNothing() throws Exception {
        OutputName fits = new OutputName(folder, "a".repeat(251), ".pdf");
        OutputName tooLong = new OutputName(folder, "à".repeat(126), ".pdf");
        assertThatThrownBy(() -> OutputFile.guardName(tooLong)).hasMessage("OUTPUT-NAME-TOO-LONG");
        assertThatThrownBy(() -> OutputFile.put(content("a"), tooLong)).hasMessage("OUTPUT-NAME-TOO-LONG");
        assertThatThrownBy(() -> OutputFile.guardName(
                        new OutputName(folder.resolve("to").resolve("be-made"), "à".repeat(126), ".pdf")))
                .hasMessage("OUTPUT-NAME-TOO-LONG");
        assertThat(names(folder)).isEmpty();
        OutputFile.guardName(fits);
        assertThat(OutputFile.put(content("a"), fits)).exists();
        // Its number makes the next one too long.
        assertThatThrownBy(() -> OutputFile.put(content("b"), fits)).hasMessage("OUTPUT-NAME-TOO-LONG");
        assertThat(names(folder)).hasSize(1);
    }

    @Test
    void aNameIsNotToBlameForAFolderThatIsMissing() throws Exception {
        OutputFile.guardName(new OutputName(folder.resolve("missing"), "a", ".pdf"));
    }

    @Test
    void aNameIsNotToBlameForAFolderThatCannotBeReached() throws Exception {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        OutputFile.guardName(new OutputName(loop, "a", ".pdf"));
        assertThatThrownBy(() -> OutputFile.probe(loop)).hasMessage("OUTPUT-UNWRITABLE");
    }

    @Test
    @Tag("privileged")
    void aDiskWithoutAByteLeftIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 64)) {
            Files.write(disk.place().resolve("all"), new byte[64 << 10]);
            assertThatThrownBy(() -> OutputFile.demandRoom(disk.place(), 1)).hasMessage("DISK-FULL");
        }
    }

    @Test
    void askingLeavesNoFolderBehind() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        OutputFile.probe(mine);
        OutputFile.probe(folder.resolve("new").resolve("deep"));
        assertThat(names(folder)).as("what was there stays").containsExactly("mine");
        assertThat(names(mine)).isEmpty();
    }

    @Test
    void saysWhichFileIsInTheWay() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Path below = file.resolve("out");
        OutputName name = new OutputName(below, "acta-signed", ".pdf");
        assertThatThrownBy(() -> OutputFile.put(content("a"), name))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputNotFolder(file)));
        assertThatThrownBy(() -> OutputFile.probe(below.resolve("deep")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputNotFolder(file)));
    }

    /** Nothing can be made below /proc, and its room of zero bytes is no disk that somebody has filled. */
    @Test
    void saysThatAPlaceCannotBeWritten() {
        Path nowhere = Path.of("/proc/segell");
        OutputName name = new OutputName(nowhere, "acta-signed", ".pdf");
        assertThatThrownBy(() -> OutputFile.put(content("a"), name))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputUnwritable(nowhere)));
        assertThatThrownBy(() -> OutputFile.demandRoom(nowhere, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputUnwritable(nowhere)));
    }

    @Test
    @Tag("privileged")
    void saysThatTheDiskIsFullAndLeavesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 64)) {
            OutputName name = new OutputName(disk.place(), "acta-signed", ".pdf");
            assertThatThrownBy(() -> OutputFile.put(new ByteArrayInputStream(new byte[1 << 20]), name))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new DiskFull(disk.place())));
            assertThat(names(disk.place())).isEmpty();
        }
    }

    @Test
    void takesAwayWhatAKilledWriteLeftLongAgo() throws Exception {
        Path old = abandoned(".segell-0b5f1c8e-5f0c-4a3c-9a53-0f6d5a1b2c3d.part");
        Path foreign = abandoned(".segell-notes.part");
        Path beingWritten = Files.createFile(folder.resolve(".segell-1b5f1c8e-5f0c-4a3c-9a53-0f6d5a1b2c3d.part"));
        OutputFile.probe(folder);
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
        assertThat(beingWritten).exists();
    }

    private Path abandoned(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    @Test
    void neverWritesOverAFile() throws Exception {
        Files.writeString(folder.resolve("acta-signed.pdf"), "mine");
        Files.createSymbolicLink(folder.resolve("acta-signed-2.pdf"), folder.resolve("nowhere"));
        Files.createDirectory(folder.resolve("acta-signed-3.pdf"));
        assertThat(OutputFile.put(content("new"), name())).isEqualTo(folder.resolve("acta-signed-4.pdf"));
        assertThat(folder.resolve("acta-signed.pdf")).hasContent("mine");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** In an archive as a file system, which knows no hard links, like FAT and some network drives. */
    @Test
    void writesAlsoWhereThereAreNoLinks() throws Exception {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            OutputName name = new OutputName(archive.getPath("/acts"), "acta-signed", ".pdf");
            Path first = OutputFile.put(content("first"), name);
            Path second = OutputFile.put(content("second"), name);
            assertThat(Files.readString(first)).isEqualTo("first");
            assertThat(Files.readString(second)).isEqualTo("second");
            assertThat(names(archive.getPath("/acts")))
                    .containsExactlyInAnyOrder("acta-signed.pdf", "acta-signed-2.pdf");
        }
    }

    /** What can't be linked takes its name with an empty file; when the move over it fails, nothing may stay. */
    @Test
    void leavesNoEmptyFileWhereTheNameWasTakenAndTheMoveFailed() throws Exception {
        InputStream content = new SequenceInputStream(content("whole"), new InputStream() {
            @Override
            public int read() throws IOException {
                // A clean-up program takes the temporary file away: neither a link nor a move can succeed.
                for (Path file : list(folder)) {
                    Files.delete(file);
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> OutputFile.put(content, name()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new OutputUnwritable(folder)));
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void manyAtOnceEachGetTheirOwnName() throws Exception {
        List<Callable<Path>> tasks = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            String text = "content " + number;
            tasks.add(() -> OutputFile.put(content(text), name()));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Path>> placed = threads.invokeAll(tasks);
            for (int number = 0; number < 40; number++) {
                assertThat(placed.get(number).get()).hasContent("content " + number);
            }
        }
        assertThat(names(folder)).hasSize(40);
    }

    @Test
    void makesTheFolderAndLeavesOnlyTheFile() throws Exception {
        Path deep = folder.resolve("2026/maig");
        Path placed = OutputFile.put(content("whole"), new OutputName(deep, "acta-signed", ".pdf"));
        assertThat(placed).hasContent("whole");
        assertThat(names(deep)).containsExactly("acta-signed.pdf");
    }

    @Test
    void givesTheRightsOfAnyNewFile() throws Exception {
        Path ordinary = Files.createFile(folder.resolve("ordinary"));
        Path placed = OutputFile.put(content("a"), name());
        assertThat(Files.getPosixFilePermissions(placed)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    private OutputName name() {
        return new OutputName(folder, "acta-signed", ".pdf");
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Path of) throws IOException {
        return list(of).stream().map(file -> String.valueOf(file.getFileName())).toList();
    }

    private static List<Path> list(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.toList();
        }
    }
}
