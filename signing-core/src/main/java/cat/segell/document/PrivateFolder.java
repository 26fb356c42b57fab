// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A lasting folder that its owner alone may enter, and files that its owner alone may read, where the system knows owners. */
public record PrivateFolder(Path path) {

    /** @param path made with its parents if missing, and taken from everybody else if not */
    public static PrivateFolder at(Path path) throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, rights(path, "rwx------"));
        } else if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return new PrivateFolder(path);
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Writes a new file and returns when it is on the disk. */
    public Path write(String name, byte[] content) throws IOException {
        Path file = resolve(name);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, rights(path, "rw-------"))) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        return file;
    }

    /** Puts content into the place of what is there, whole and on the disk, or leaves that as it is and nothing beside it. */
    public void replace(String name, byte[] content) throws IOException {
        String part = name + "." + UUID.randomUUID() + ".part";
        try {
            Files.move(
                    write(part, content),
                    resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            WorkFolder.delete(resolve(part));
            throw e;
        }
    }

    private static FileAttribute<?>[] rights(Path near, String rights) {
        return posix(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
