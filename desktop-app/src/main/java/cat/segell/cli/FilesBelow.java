// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.DocumentProblem.FolderEmpty;
import cat.segell.problem.DocumentProblem.FolderUnreadable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a folder means where any document will do: the files below it, sorted, without links and hidden ones. */
final class FilesBelow {

    /** Of receipts, which are never documents. */
    static final String RECEIPT = ".tlog-proof";

    private FilesBelow() {}

    /** @return the input itself where it is no folder */
    static List<Path> of(Path input, Predicate<Path> wanted) throws ProblemException {
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }
        try (Stream<Path> all = Files.walk(input.toRealPath())) {
            Path start = input.toRealPath();
            List<Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> input.resolve(start.relativize(file)))
                    .filter(file -> !hidden(input.relativize(file)))
                    .filter(wanted)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ProblemException(new FolderEmpty(input));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(new FolderUnreadable(input), e);
        }
    }

    static boolean isReceipt(Path file) {
        return file.toString().endsWith(RECEIPT);
    }

    static boolean isPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static boolean hidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
