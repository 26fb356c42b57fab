// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts another content into the place of a file that Segell wrote, whole or not at all: where the file isn't what Segell wrote any
 * more, it stays as it is.
 *
 * @param file a regular file, no link
 * @param present SHA-256 of what Segell wrote there
 * @param sha256 of what takes its place
 * @param temporary where that lies until then, if its writer dies
 */
public record FileReplacement(Path file, Digest present, Digest sha256, Path temporary) {

    /** Says what {@link #put} is going to do; nothing is done yet. */
    public static FileReplacement of(Path file, Digest present, Digest sha256) {
        return new FileReplacement(file, present, sha256, PartFile.in(OutputFile.folder(file)));
    }

    /**
     * The file keeps its owner, its group and its rights. It is looked at once more just before it is replaced.
     *
     * @param content read to its end; the caller closes it
     * @throws ProblemException {@code PENDING-FILE-CHANGED}, {@code PENDING-FILE-GONE}, or as {@link OutputFile#put(InputStream,
     *     OutputName)}: then the file is as it was, and nothing else is left
     */
    public void put(InputStream content) throws ProblemException {
        boolean placed = false;
        Path folder = OutputFile.folder(file);
        try {
            demandPresent(file, present);
            FileRights rights = FileRights.of(file);
            try (FileChannel channel = rights.create(temporary)) {
                content.transferTo(Channels.newOutputStream(channel));
                rights.give(temporary);
                channel.force(true);
            }
            demandPresent(file, present);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            placed = true;
            OutputFile.syncFolder(folder);
        } catch (IOException e) {
            throw new ProblemException(OutputFile.problem(folder, 1), e);
        } finally {
            if (!placed) {
                WorkFolder.delete(temporary);
            }
        }
    }

    /**
     * @throws ProblemException {@code PENDING-FILE-CHANGED}, {@code PENDING-FILE-GONE}, or {@code DOCUMENT-UNREADABLE} where nobody
     *     can tell
     */
    public static void demandPresent(Path file, Digest sha256) throws ProblemException {
        if (!sha256.equals(present(file))) {
            throw new ProblemException(new PendingFileChanged(file));
        }
    }

    /**
     * SHA-256 of a file that Segell wrote, as it is now.
     *
     * @throws ProblemException {@code PENDING-FILE-CHANGED} where something else than a file is there; {@code PENDING-FILE-GONE} where
     *     its folder is there and it isn't; {@code DOCUMENT-UNREADABLE}, also where its folder isn't there: a drive that isn't
     *     connected takes nothing away
     */
    public static Digest present(Path file) throws ProblemException {
        if (!Files.isDirectory(OutputFile.folder(file))) {
            throw new ProblemException(new DocumentUnreadable(file));
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(new PendingFileGone(file));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(new PendingFileChanged(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return DigestAlgorithm.SHA256.of(in);
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(file), e);
        }
    }
}
