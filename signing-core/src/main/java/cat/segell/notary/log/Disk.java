// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The only five ways in which a log changes its folder: what a test can count, cut short and let fail. */
interface Disk {

    /** A file that didn't exist, for its owner only; its content is durable when this returns. */
    void create(Path file, byte[] content) throws IOException;

    /** Atomically, over whatever lies there. */
    void rename(Path from, Path to) throws IOException;

    /** Makes the names in this folder durable. */
    void sync(Path folder) throws IOException;

    /** For its owner only; nothing happens where it exists. */
    void makeFolder(Path folder) throws IOException;

    /** A file or an empty folder; nothing happens where there is none. */
    void delete(Path file) throws IOException;

    /** The computer's. */
    final class Real implements Disk {

        @Override
        public void create(Path file, byte[] content) throws IOException {
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel out = FileChannel.open(file, options, owners(file, "rw-------"))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void sync(Path folder) throws IOException {
            // Windows can't open a folder, and writes names through.
            if (isPosix(folder)) {
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
            try {
                Files.createDirectory(folder, owners(folder, "rwx------"));
            } catch (FileAlreadyExistsException exists) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw exists;
                }
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        private static FileAttribute<?>[] owners(Path file, String permissions) {
            return isPosix(file)
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                    }
                    : new FileAttribute<?>[0];
        }

        private static boolean isPosix(Path file) {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix");
        }
    }
}
