// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Private copies of documents that a killed program or a power cut left: nobody else would ever take them away. */
final class WorkLeftovers {

    /** A folder is locked at once after it was made; one without its lock is not in the making any more after this. */
    private static final Duration MAKING = Duration.ofMinutes(5);

    private static final Set<Path> SWEPT = new HashSet<>();

    private WorkLeftovers() {}

    /**
     * Once per process and parent, before the first folder of ours is made there: on POSIX, closing any channel on a file gives
     * up the locks that this process has on it.
     */
    static synchronized void sweep(Path parent) throws IOException {
        if (SWEPT.add(parent.toRealPath())) {
            removeAbandoned(parent);
        }
    }

    private static void removeAbandoned(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, WorkFolder.PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    remove(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Whether somebody can work there doesn't depend on that.
        }
    }

    private static void remove(Path folder) {
        Path file = folder.resolve(WorkFolder.LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            // Under the lock, so that whoever is just about to lock it finds it gone.
            WorkFolder.deleteAll(folder);
        } catch (NoSuchFileException _) {
            if (isYoung(folder)) {
                return;
            }
        } catch (IOException _) {
            // No locks here: whether somebody works in it can't be known.
            return;
        }
        // Where an open file can't be deleted, the lock and its folder are still there.
        WorkFolder.deleteAll(folder);
    }

    private static boolean isYoung(Path folder) {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isAfter(Instant.now().minus(MAKING));
        } catch (IOException _) {
            return true;
        }
    }
}
