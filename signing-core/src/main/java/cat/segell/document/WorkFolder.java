// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, @org.jspecify.annotations.Nullable IOException failure) {
                    delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
