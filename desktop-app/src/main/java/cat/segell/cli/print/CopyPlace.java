// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.print;

import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OutputEnding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Of which document a copy is made, and where it is to lie.
 *
 * @param named absent for a name of ours beside the document
 */
record CopyPlace(Path document, Optional<Path> named) {

    private static final String ENDING = ".pdf";

    /** Endings of other kinds of files that offices have. What else follows a dot, a version or a date, is part of the name. */
    private static final Set<String> OTHERS = Set.of(
            "asice", "asics", "bmp", "csig", "csv", "doc", "docx", "eml", "gif", "htm", "html", "jpeg", "jpg", "json",
            "md", "msg", "odp", "ods", "odt", "p7m", "p7s", "png", "ppt", "pptx", "rtf", "svg", "tif", "tiff", "tsr",
            "txt", "webp", "xls", "xlsx", "xml", "xsig", "zip");

    /** @throws ProblemException {@code OUTPUT-ENDING}, {@code OUTPUT-EXISTS} and the like: before anything is verified */
    static CopyPlace of(Path document, Optional<Path> named) throws ProblemException {
        if (named.isPresent()) {
            String name = String.valueOf(named.get().getFileName()).toLowerCase(Locale.ROOT);
            if (OTHERS.contains(name.substring(name.lastIndexOf('.') + 1)) && name.lastIndexOf('.') > 0) {
                throw new ProblemException(new OutputEnding(named.get(), ENDING));
            }
            OutputFile.probeAs(named.get());
        }
        return new CopyPlace(document, named);
    }

    /**
     * @param work where the content lies
     * @return where it lies now
     */
    Path put(Path content, WorkFolder work) throws ProblemException {
        try (InputStream in = Files.newInputStream(content)) {
            if (named.isEmpty()) {
                return OutputFile.put(in, OutputName.copy(document));
            }
            OutputFile.putAs(in, named.get());
            return named.get();
        } catch (IOException e) {
            // What can't be read is ours, made a moment ago.
            throw work.unwritable(e);
        }
    }
}
