// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A private folder for copies in work (owner only where the file system knows owners), deleted with all in it on close. It is
 * locked while it is open: what a killed program left is told apart by that, see {@link WorkLeftovers}.
 */
public final class WorkFolder implements AutoCloseable {

    static final String PREFIX = "work-";
    static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder) throws IOException {
        this.folder = folder;
        this.lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** @param parent made if missing; at this process's first time what killed ones left in it is taken away */
    public static WorkFolder create(Path parent) throws ProblemException {
        try {
            Files.createDirectories(parent);
            WorkLeftovers.sweep(parent);
            while (true) {
                // Files.createTempDirectory gives it to the owner alone on POSIX.
                WorkFolder made = new WorkFolder(Files.createTempDirectory(parent, PREFIX));
                if (made.isLocked()) {
                    return made;
                }
                made.close();
            }
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(parent), e);
        }
    }

    /** Not where another process took it for a leftover before the lock was on it. */
    private boolean isLocked() {
        try {
            return lock.tryLock() != null && Files.exists(folder.resolve(LOCK));
        } catch (IOException _) {
            // A file system without locks: where nobody can lock, nobody takes anything away either.
            return true;
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
            throw unwritable(e);
        }
    }

    /** What it means that nothing can be written here: no room on the disk or in a quota, or a folder that is gone or closed. */
    public ProblemException unwritable(IOException cause) {
        Problem problem = Files.isWritable(folder) ? new DiskFull(folder) : new HomeUnwritable(folder);
        return new ProblemException(problem, cause);
    }

    /**
     * As far as the system lets it: a copy that another program (a virus scanner, say) holds open must not turn a finished
     * signature into a failure. It stays where nobody else can read it, or under a name that {@link PartFile} recognises.
     */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // see above
        }
    }

    /** The folder with all in it, in the same way. */
    static void deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            // Children come after their folders.
            all.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (IOException | UncheckedIOException _) {
            // see delete
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // Nothing was written to it.
        }
        deleteAll(folder);
    }
}
