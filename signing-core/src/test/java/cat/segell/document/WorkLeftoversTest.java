// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of documents that nobody works on any more are taken away, and no others. */
class WorkLeftoversTest {

    @TempDir
    private Path parent;

    @Test
    void takesAwayWhatAKilledProgramLeftAndNothingOfALivingOne() throws Exception {
        Process killed = worker();
        Process living = worker();
        try {
            Path left = folder(killed);
            Path used = folder(living);
            killed.destroyForcibly().waitFor();
            assertThat(left.resolve("deed")).exists();
            try (WorkFolder mine = WorkFolder.create(parent)) {
                assertThat(left).doesNotExist();
                assertThat(used.resolve("deed")).exists();
                assertThat(mine.folder()).exists();
            }
        } finally {
            killed.destroyForcibly();
            living.destroyForcibly().waitFor();
        }
    }

    @Test
    void leavesAFolderThatIsJustBeingMade() throws Exception {
        Path young = Files.createDirectory(parent.resolve("work-young"));
        Path old = Files.createDirectory(parent.resolve("work-old"));
        Path file = Files.createFile(parent.resolve("work-notes"));
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(file, longAgo);
        WorkFolder.create(parent).close();
        assertThat(young).exists();
        assertThat(old).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void followsNoLinkOutOfItsFolder() throws Exception {
        Path mine = Files.createDirectory(parent.resolve("documents"));
        Files.createFile(mine.resolve("deed"));
        Path home = Files.createDirectory(parent.resolve("home"));
        Files.createSymbolicLink(home.resolve("work-link"), mine);
        WorkFolder.create(home).close();
        assertThat(mine.resolve("deed")).exists();
    }

    private Process worker() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path folder(Process worker) throws Exception {
        return Path.of(worker.inputReader(StandardCharsets.UTF_8).readLine());
    }

    /** Has a copy of a document in work until it is killed. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws Exception {
            try (WorkFolder work = WorkFolder.create(Path.of(arguments[0]))) {
                Files.writeString(work.folder().resolve("deed"), "draft");
                System.out.println(work.folder());
                System.in.read();
            }
        }
    }
}
