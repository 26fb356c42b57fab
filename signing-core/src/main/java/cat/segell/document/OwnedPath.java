// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether certain users alone decide what stands at a path: the file, each folder above it, each link on the way. */
public final class OwnedPath {

    private static final int WRITABLE_BY_OTHERS = 0022;
    /** In such a folder nobody can move or remove what belongs to somebody else. */
    private static final int STICKY = 01000;

    private static final int MOST_LINKS = 40;

    private final Set<Integer> owners;

    /** @param owners numbers of users */
    public OwnedPath(Set<Integer> owners) {
        this.owners = Set.copyOf(owners);
    }

    /** Whether the file system tells owners and permissions at all. */
    public static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }

    /**
     * @param path absolute
     * @return the first place that somebody else can change, or the path itself where the system knows no owners; empty
     *     where there is none
     * @throws IOException where the path leads nowhere, or not to the end
     */
    public Optional<Path> weakPlace(Path path) throws IOException {
        if (!knowsOwners()) {
            return Optional.of(path);
        }
        Path root = path.getRoot();
        Path place = root;
        Deque<Path> names = names(path);
        int links = 0;
        while (isOwned(place) && !names.isEmpty()) {
            // No link stands before this name: what ".." means is plain.
            place = place.resolve(names.removeFirst()).normalize();
            if (Files.isSymbolicLink(place) && isOwned(place)) {
                if (++links > MOST_LINKS) {
                    throw new FileSystemLoopException(path.toString());
                }
                Path target = Files.readSymbolicLink(place);
                names(target).descendingIterator().forEachRemaining(names::addFirst);
                place = target.isAbsolute() ? root : place.resolveSibling("");
            }
        }
        return isOwned(place) ? Optional.empty() : Optional.of(place);
    }

    private static Deque<Path> names(Path path) {
        Deque<Path> names = new ArrayDeque<>();
        path.forEach(names::add);
        return names;
    }

    private boolean isOwned(Path place) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(place, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return attributes.get("uid") instanceof Integer owner
                && attributes.get("mode") instanceof Integer mode
                && owners.contains(owner)
                && isClosed(place, mode);
    }

    /** A link's own mode says nothing: its owner alone can change it. */
    private static boolean isClosed(Path place, int mode) {
        boolean sticky = (mode & STICKY) != 0 && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
        return (mode & WRITABLE_BY_OTHERS) == 0 || sticky || Files.isSymbolicLink(place);
    }
}
