// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.FolderEmpty;
import cat.segell.problem.DocumentProblem.FolderUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What files and folders stand for, in one way for everything that is done to documents. A file that is named itself is
 * taken whatever it is, through a link too. A folder stands for the documents of the wanted kind below it, sorted; what is
 * hidden is left alone, and links are not followed. Each document is there once.
 *
 * @param found to work on
 * @param missed what can't be worked on, each with its reason: it doesn't keep the others from it
 */
public record DocumentSearch(List<Found> found, List<Missed> missed) {

    /**
     * A document.
     *
     * @param below its path below the folder that was named, so that an output folder keeps the structure; for a file that
     *     was named itself, just its name
     * @param named whether it was named itself
     */
    public record Found(Path file, Path below, boolean named) {}

    /** A file or folder that was named, or a folder below one. */
    public record Missed(Path input, DocumentProblem problem) {}

    public DocumentSearch {
        found = List.copyOf(found);
        missed = List.copyOf(missed);
    }

    /** @param kind of documents that a folder stands for */
    public static DocumentSearch of(List<Path> inputs, DocumentKind kind) {
        Collected collected = new Collected(kind);
        inputs.forEach(collected::input);
        return new DocumentSearch(collected.found, collected.missed);
    }

    private static final class Collected {

        private final DocumentKind kind;
        private final List<Found> found = new ArrayList<>();
        private final List<Missed> missed = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();

        Collected(DocumentKind kind) {
            this.kind = kind;
        }

        void input(Path input) {
            if (Files.isDirectory(input)) {
                folder(input);
            } else if (Files.exists(input)) {
                Path name = input.getFileName();
                add(new Found(input, name == null ? input : name, true));
            } else {
                miss(input, Files.notExists(input) ? new DocumentMissing(input) : new DocumentUnreadable(input));
            }
        }

        private void folder(Path folder) {
            FolderWalk walk;
            try {
                walk = FolderWalk.through(folder, kind);
            } catch (IOException e) {
                miss(folder, new FolderUnreadable(folder));
                return;
            }
            walk.files().forEach(below -> add(new Found(folder.resolve(below), below, false)));
            walk.unreadable().forEach(below -> {
                Path closed = below.toString().isEmpty() ? folder : folder.resolve(below);
                miss(closed, new FolderUnreadable(closed));
            });
            if (walk.files().isEmpty() && walk.unreadable().isEmpty()) {
                miss(folder, new FolderEmpty(folder, kind.counted()));
            }
        }

        private void add(Found document) {
            if (seen.add(real(document.file()))) {
                found.add(document);
            }
        }

        private void miss(Path input, DocumentProblem problem) {
            missed.add(new Missed(input, problem));
        }

        private static Path real(Path input) {
            try {
                return input.toRealPath();
            } catch (IOException e) {
                return input.toAbsolutePath().normalize();
            }
        }
    }
}
