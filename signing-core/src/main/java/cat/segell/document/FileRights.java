// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file, for another one that takes its place.
 *
 * @param posix absent where the file system knows none of that
 * @param acl likewise
 */
record FileRights(Optional<PosixFileAttributes> posix, Optional<List<AclEntry>> acl) {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    static FileRights of(Path file) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        AclFileAttributeView acl =
                Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return new FileRights(
                posix == null ? Optional.empty() : Optional.of(posix.readAttributes()),
                acl == null ? Optional.empty() : Optional.of(acl.getAcl()));
    }

    /** A new file that nobody can read who may not read the other one. */
    FileChannel create(Path file) throws IOException {
        return posix.isPresent()
                ? FileChannel.open(
                        file, NEW, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, NEW);
    }

    /** @throws IOException where this user can't give it to the same owner and group */
    void give(Path file) throws IOException {
        if (posix.isPresent()) {
            givePosix(Files.getFileAttributeView(file, PosixFileAttributeView.class), posix.get());
        }
        if (acl.isPresent()) {
            Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl.get());
        }
    }

    private static void givePosix(PosixFileAttributeView view, PosixFileAttributes wanted) throws IOException {
        PosixFileAttributes has = view.readAttributes();
        if (!has.owner().equals(wanted.owner())) {
            view.setOwner(wanted.owner());
        }
        if (!has.group().equals(wanted.group())) {
            view.setGroup(wanted.group());
        }
        view.setPermissions(wanted.permissions());
    }
}
