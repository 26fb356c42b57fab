// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A private folder for copies in work (owner only where the file system knows owners), deleted with all in it on close. */
public final class WorkFolder implements AutoCloseable {

    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** @param parent made if missing */
    public static WorkFolder create(Path parent) throws ProblemException {
        try {
            Files.createDirectories(parent);
            // Files.createTempDirectory gives it to the owner alone on POSIX.
            return new WorkFolder(Files.createTempDirectory(parent, "work-"));
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(parent), e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** An empty file that only its owner can read. */
    public Path newFile() throws ProblemException {
        try {
            return Files.createTempFile(folder, "", ".part");
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }

    /**
     * As far as the system lets it: a copy that another program (a virus scanner, say) holds open must not turn a finished
     * signature into a failure. It stays where nobody else can read it.
     */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // see above
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            // Children come after their folders.
            all.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (IOException | UncheckedIOException _) {
            // see delete
        }
    }
}
