// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look through a folder and the folders below it, without following links and without what is hidden. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path start;
    private final DocumentKind kind;
    private final SortedSet<Path> files = new TreeSet<>();
    private final SortedSet<Path> unreadable = new TreeSet<>();

    private FolderWalk(Path start, DocumentKind kind) {
        this.start = start;
        this.kind = kind;
    }

    /**
     * @param folder itself may be a link, and hidden
     * @throws IOException when it can't be followed to where it is
     */
    static FolderWalk through(Path folder, DocumentKind kind) throws IOException {
        FolderWalk walk = new FolderWalk(folder.toRealPath(), kind);
        Files.walkFileTree(walk.start, walk);
        return walk;
    }

    /** Documents of the wanted kind, by their paths below the folder. */
    SortedSet<Path> files() {
        return Collections.unmodifiableSortedSet(files);
    }

    /** Folders whose content can't be seen, by their paths below the folder; empty for the folder itself. */
    SortedSet<Path> unreadable() {
        return Collections.unmodifiableSortedSet(unreadable);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && kind.includes(file)) {
            files.add(start.relativize(file));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that can't be opened, or one that names its files and lets nobody ask what they are. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        Path folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? path : path.resolveSibling("");
        if (!isHidden(path) && !(e instanceof NoSuchFileException)) {
            unreadable.add(start.relativize(folder));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that could be opened and not read to its end. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }

    /** The folder that was named is taken as it is. */
    private boolean isHidden(Path path) {
        if (path.equals(start)) {
            return false;
        }
        try {
            return String.valueOf(path.getFileName()).startsWith(".") || Files.isHidden(path);
        } catch (IOException unknown) {
            return false;
        }
    }
}
