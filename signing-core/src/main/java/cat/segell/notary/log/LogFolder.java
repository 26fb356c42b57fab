// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.problem.LedgerProblem.LogDamaged;
import cat.segell.problem.LedgerProblem.LogUnwritable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files of a log, by names with slashes. A file appears with its whole content or not at all. Links are never followed
 * below the folder: a log with a link in it was tampered with.
 */
final class LogFolder {

    /** Never to be published: the key, the journal, the lock, files in the making. */
    static final String PRIVATE = "private/";

    private static final String UNFINISHED = ".part";

    private final Path root;
    private final Disk disk;
    private final Set<Path> unsynced = new LinkedHashSet<>();

    LogFolder(Path root, Disk disk) {
        this.root = root.toAbsolutePath().normalize();
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

    /** @return nothing where there is no such file */
    Optional<byte[]> read(String name, int limit) throws ProblemException {
        if (!exists(name)) {
            return Optional.empty();
        }
        Path file = at(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw damaged();
            }
            return Optional.of(content);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    boolean exists(String name) throws ProblemException {
        Path path = root;
        for (Path part : root.relativize(at(name))) {
            path = path.resolve(part);
            Optional<BasicFileAttributes> attributes = attributes(path);
            if (attributes.isEmpty()) {
                return false;
            }
            if (attributes.get().isSymbolicLink() || attributes.get().isOther()) {
                throw damaged();
            }
        }
        return true;
    }

    private void refuseLinks(String name) throws ProblemException {
        // Looks at every part of the path.
        exists(name);
    }

    private Optional<BasicFileAttributes> attributes(Path path) throws ProblemException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Names of what lies directly in a folder; none where there is no such folder. */
    List<String> names(String folder) throws ProblemException {
        List<String> names = new ArrayList<>();
        if (!exists(folder)) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(folder))) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            return names;
        } catch (NoSuchFileException gone) {
            return names;
        } catch (DirectoryIteratorException e) {
            throw unwritable(new IOException(e));
        } catch (IOException e) {
            throw unwritable(e);
        }
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

    Path at(String name) {
        return root.resolve(name);
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not in a folder: " + file);
        }
        return folder;
    }

    ProblemException damaged() {
        return new ProblemException(new LogDamaged(root));
    }

    ProblemException unwritable(IOException cause) {
        return new ProblemException(new LogUnwritable(root), cause);
    }
}
