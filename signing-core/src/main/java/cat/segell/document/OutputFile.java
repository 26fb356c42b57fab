// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.DocumentProblem.OutputNotFolder;
import cat.segell.problem.DocumentProblem.OutputUnwritable;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OutputExists;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts a finished file into its place: whole or not at all, on the disk when it is told, and never over another file.
 *
 * <p>The content is written to a temporary file beside its place, then linked to the first free name. Whoever dies in
 * between leaves at most a file that {@link PartFile} recognises.
 */
public final class OutputFile {

    /** More files of one name than this are somebody's mistake. */
    private static final int MOST_NUMBERS = 10_000;

    private OutputFile() {}

    /**
     * @param content read to its end; the caller closes it
     * @return where it lies now
     * @throws ProblemException {@code DISK-FULL}, {@code OUTPUT-UNWRITABLE}, {@code OUTPUT-NOT-FOLDER} or
     *     {@code OUTPUT-NAME-TOO-LONG}: then nothing is left
     */
    public static Path put(InputStream content, OutputName name) throws ProblemException {
        return put(content, PartFile.in(name.folder()), temporary -> place(temporary, name));
    }

    /**
     * The same under just this name.
     *
     * @throws ProblemException {@code OUTPUT-EXISTS} where it is taken, or as {@link #put(InputStream, OutputName)}
     */
    public static void putAs(InputStream content, Path place) throws ProblemException {
        put(content, PartFile.in(folder(place)), temporary -> {
            NameLength.guard(place);
            try {
                link(temporary, place);
                return place;
            } catch (FileAlreadyExistsException e) {
                throw new ProblemException(new OutputExists(place), e);
            }
        });
    }

    /**
     * Finds out whether a file could be put under just this name, for work before it.
     *
     * @throws ProblemException {@code OUTPUT-EXISTS}, or as {@link #probe}
     */
    public static void probeAs(Path place) throws ProblemException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(new OutputExists(place));
        }
        NameLength.guard(place, place);
        probe(folder(place));
    }

    static Path folder(Path place) {
        return Objects.requireNonNull(place.toAbsolutePath().getParent(), "the root is there");
    }

    /** How what was written gets its name. */
    private interface Placing {
        Path place(Path temporary) throws IOException, ProblemException;
    }

    private static Path put(InputStream content, Path temporary, Placing placing) throws ProblemException {
        Path folder = folder(temporary);
        long needed = Long.MAX_VALUE;
        try {
            needed = content.available();
            Files.createDirectories(folder);
            write(content, temporary);
            Path placed = placing.place(temporary);
            // It is in its place: a scanner that holds the other name must not turn that into a failure.
            WorkFolder.delete(temporary);
            syncFolder(folder);
            return placed;
        } catch (ProblemException e) {
            WorkFolder.delete(temporary);
            throw e;
        } catch (IOException e) {
            DocumentProblem problem = problem(folder, needed);
            WorkFolder.delete(temporary);
            throw new ProblemException(problem, e);
        }
    }

    /**
     * What was put somewhere.
     *
     * @param sha256 of its content
     */
    public record Placed(Path file, Digest sha256) {}

    /**
     * What is about to be put somewhere.
     *
     * @param sha256 of its content
     * @param name of which it gets the first that is free
     * @param temporary where it lies until then, if its writer dies
     */
    public record Announced(Digest sha256, OutputName name, Path temporary) {}

    /**
     * The same with what was laid in a work folder.
     *
     * @throws ProblemException as {@link #put(InputStream, OutputName)}
     */
    public static Placed put(Path content, OutputName name) throws ProblemException {
        return place(content, announce(content, name));
    }

    /**
     * Says what {@link #place} is going to do; nothing is done yet.
     *
     * @param content laid in a work folder; nobody writes to it any more
     * @throws ProblemException {@code OUTPUT-UNWRITABLE} where it can't be read
     */
    public static Announced announce(Path content, OutputName name) throws ProblemException {
        try (InputStream in = Files.newInputStream(content)) {
            return announce(DigestAlgorithm.SHA256.of(in), name);
        } catch (IOException e) {
            throw new ProblemException(new OutputUnwritable(name.folder()), e);
        }
    }

    /** The same where the SHA-256 of the content is known. */
    public static Announced announce(Digest sha256, OutputName name) {
        return new Announced(sha256, name, PartFile.in(name.folder()));
    }

    /**
     * Puts what was announced.
     *
     * @throws ProblemException as {@link #put(InputStream, OutputName)}
     */
    public static Placed place(Path content, Announced announced) throws ProblemException {
        OutputName name = announced.name();
        try (InputStream in = Files.newInputStream(content)) {
            return new Placed(put(in, announced.temporary(), part -> place(part, name)), announced.sha256());
        } catch (IOException e) {
            throw new ProblemException(new OutputUnwritable(name.folder()), e);
        }
    }

    /** Takes away what its dead writer left; nothing but a file that is named as such. */
    public static void discard(Path temporary) {
        if (PartFile.is(temporary)) {
            WorkFolder.delete(temporary);
        }
    }

    /**
     * Finds out whether a file could be put there, for a step before it that can't be undone. What a killed write left there
     * more than a day ago is taken away.
     *
     * @param folder where it is missing it isn't made: the nearest one above it is tried
     * @throws ProblemException {@code DISK-FULL}, {@code OUTPUT-UNWRITABLE} or {@code OUTPUT-NOT-FOLDER}
     */
    public static void probe(Path folder) throws ProblemException {
        Path there = nearest(folder);
        Path temporary = PartFile.in(there);
        try {
            PartFile.sweep(there);
            Files.write(temporary, new byte[] {0}, StandardOpenOption.CREATE_NEW);
            Files.delete(temporary);
        } catch (IOException e) {
            DocumentProblem problem = problem(folder, 1);
            WorkFolder.delete(temporary);
            throw new ProblemException(problem, e);
        }
    }

    /**
     * @param size in bytes, of what is to be put there
     * @throws ProblemException {@code DISK-FULL} where the folder's disk says that it has less room than that
     */
    public static void demandRoom(Path folder, long size) throws ProblemException {
        long usable = usable(folder);
        if (usable == 0) {
            // Full, or a file system that doesn't know: writing tells.
            probe(folder);
        } else if (usable < size) {
            throw new ProblemException(new DiskFull(folder));
        }
    }

    /** Whether nothing is known against it that the folder's disk has room for so many bytes. */
    public static boolean hasRoom(Path folder, long size) {
        long usable = usable(folder);
        return usable == 0 || usable >= size;
    }

    private static long usable(Path folder) {
        return nearest(folder).toFile().getUsableSpace();
    }

    /**
     * Finds out whether a file of this name could be there.
     *
     * @param name in a folder that is there, or can be made
     * @throws ProblemException {@code OUTPUT-NAME-TOO-LONG}
     */
    public static void guardName(OutputName name) throws ProblemException {
        Path place = name.candidate(1);
        Path alone = Objects.requireNonNullElse(place.getFileName(), place);
        NameLength.guard(place, nearest(name.folder()).resolve(alone));
    }

    private static void write(InputStream content, Path temporary) throws IOException {
        // Not Files.createTempFile: a signed document gets the rights that any new file of this person gets.
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static Path place(Path temporary, OutputName name) throws IOException, ProblemException {
        for (int number = 1; number <= MOST_NUMBERS; number++) {
            Path candidate = name.candidate(number);
            NameLength.guard(candidate);
            try {
                link(temporary, candidate);
                return candidate;
            } catch (FileAlreadyExistsException _) {
                // the next one, then
            }
        }
        throw new FileAlreadyExistsException(name.candidate(MOST_NUMBERS).toString());
    }

    /** Fails where the name is taken, in one step with taking it: a plain move would write over a file that just came. */
    private static void link(Path temporary, Path candidate) throws IOException {
        try {
            Files.createLink(candidate, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
            // FAT and some network drives: take the name with an empty file of ours, then replace that one.
            Files.createFile(candidate);
            replace(candidate, temporary);
        }
    }

    private static void replace(Path empty, Path temporary) throws IOException {
        try {
            Files.move(temporary, empty, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            WorkFolder.delete(empty);
            throw e;
        }
    }

    /** The name itself is on the disk only when its folder is. */
    static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows has no such operation; its journal orders names itself.
        }
    }

    /** @param needed in bytes */
    static DocumentProblem problem(Path folder, long needed) {
        Optional<Path> inTheWay = inTheWay(folder);
        if (inTheWay.isPresent()) {
            return new OutputNotFolder(inTheWay.get());
        }
        File there = nearest(folder).toFile();
        // What has no room at all, such as /proc, is no disk that was filled.
        boolean full = there.canWrite() && there.getTotalSpace() > 0 && there.getUsableSpace() < needed;
        return full ? new DiskFull(folder) : new OutputUnwritable(folder);
    }

    /** A file where the folder, or one above it, would have to be. */
    private static Optional<Path> inTheWay(Path folder) {
        Path place = folder.toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return Optional.of(place).filter(there -> !Files.isDirectory(there));
    }

    /** The folder, or the first one above it that is there; a link that leads nowhere is there. */
    private static Path nearest(Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (Files.notExists(nearest, LinkOption.NOFOLLOW_LINKS) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }
}
