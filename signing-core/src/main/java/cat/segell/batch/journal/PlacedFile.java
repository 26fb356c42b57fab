// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.OutputName;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.JournalUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a signed file reached its place before its process died: by its content, under whichever of its names. */
final class PlacedFile {

    private PlacedFile() {}

    /** @throws ProblemException where the folder can't be looked into: then nobody knows, and nothing is signed again */
    static Optional<Path> of(JournaledDocument document) throws ProblemException {
        OutputName name = document.place().orElseThrow();
        if (!Files.isDirectory(name.folder())) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> named = Files.newDirectoryStream(name.folder(), file -> isNamed(file, name))) {
            for (Path file : named) {
                if (isContent(file, document.signed().orElseThrow())) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(new JournalUnusable(name.folder()), e);
        }
    }

    private static boolean isNamed(Path file, OutputName name) {
        String called = String.valueOf(file.getFileName());
        return called.startsWith(name.stem())
                && called.endsWith(name.ending())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isContent(Path file, Digest digest) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return DigestAlgorithm.SHA256.of(content).equals(digest);
        }
    }
}
