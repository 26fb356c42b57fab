// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files of a log, by names with slashes. A file appears with its whole content or not at all.
 */
final class LogFolder {

    /** Never to be published: the key, the journal, the lock, files in the making. */
    static final String PRIVATE = "private/";

    private static final String UNFINISHED = ".part";

    private final Path root;
    private final LogFiles files;
    private final Disk disk;
    private final Set<Path> unsynced = new LinkedHashSet<>();

    LogFolder(Path root, Disk disk) {
        this.root = root.toAbsolutePath().normalize();
        files = new LogFiles(this.root);
        this.disk = disk;
    }

    Path root() {
        return root;
    }

    /** Makes the folders at first use. */
    void prepare() throws ProblemException {
        refuseLinks(PRIVATE);
        try {
            // The folder itself may be a link that the person made.
            if (!Files.isDirectory(root)) {
                Files.createDirectories(folderOf(root));
                disk.makeFolder(root);
                unsynced.add(folderOf(root));
            }
            makeFolders(at(PRIVATE));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Clears what a crash left unfinished; only for the one who holds the lock. */
    void sweep() throws ProblemException {
        for (String name : names(PRIVATE)) {
            if (name.endsWith(UNFINISHED)) {
                delete(PRIVATE + name);
            }
        }
    }

    private void refuseLinks(String name) throws ProblemException {
        // Looks at every part of the path.
        exists(name);
    }

    /** Over whatever lies there; durable when this returns. */
    void replace(String name, byte[] content) throws ProblemException {
        refuseLinks(name);
        put(name, content);
        sync();
    }

    /** Durable after {@link #sync}. What lies there already must be the same: a log never changes what it said. */
    void add(String name, byte[] content) throws ProblemException {
        Optional<byte[]> there = read(name, content.length);
        if (there.isEmpty()) {
            put(name, content);
        } else if (Arrays.equals(there.get(), content)) {
            unsynced.add(folderOf(at(name)));
        } else {
            throw damaged();
        }
    }

    private void put(String name, byte[] content) throws ProblemException {
        Path file = at(name);
        Path unfinished = at(PRIVATE + UUID.randomUUID() + UNFINISHED);
        try {
            makeFolders(folderOf(file));
            disk.create(unfinished, content);
            disk.rename(unfinished, file);
            unsynced.add(folderOf(file));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void makeFolders(Path folder) throws IOException {
        if (!folder.equals(root) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            makeFolders(folderOf(folder));
            disk.makeFolder(folder);
            unsynced.add(folderOf(folder));
        }
    }

    /** Makes the names of all files durable that came since the last time. */
    void sync() throws ProblemException {
        try {
            for (Path folder : unsynced) {
                disk.sync(folder);
            }
            unsynced.clear();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void delete(String name) throws ProblemException {
        refuseLinks(name);
        try {
            disk.delete(at(name));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not in a folder: " + file);
        }
        return folder;
    }

    /** @return nothing where there is no such file */
    Optional<byte[]> read(String name, int limit) throws ProblemException {
        return files.read(name, limit);
    }

    boolean exists(String name) throws ProblemException {
        return files.exists(name);
    }

    /** Names of what lies directly in a folder; none where there is no such folder. */
    List<String> names(String folder) throws ProblemException {
        return files.names(folder);
    }

    Path at(String name) {
        return files.at(name);
    }

    ProblemException damaged() {
        return files.damaged();
    }

    ProblemException unwritable(IOException cause) {
        return files.unwritable(cause);
    }
}
