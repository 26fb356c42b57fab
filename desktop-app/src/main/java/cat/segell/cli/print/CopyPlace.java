// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.print;

import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Of which document a copy is made, and where it is to lie.
 *
 * @param named absent for a name of ours beside the document
 */
record CopyPlace(Path document, Optional<Path> named) {

    /** @throws ProblemException {@code OUTPUT-EXISTS} and the like: before anything is verified */
    static CopyPlace of(Path document, Optional<Path> named) throws ProblemException {
        if (named.isPresent()) {
            OutputFile.probeAs(named.get());
        }
        return new CopyPlace(document, named);
    }

    /** @return where it lies now */
    Path put(Path content) throws ProblemException {
        try (InputStream in = Files.newInputStream(content)) {
            if (named.isEmpty()) {
                return OutputFile.put(in, OutputName.copy(document));
            }
            OutputFile.putAs(in, named.get());
            return named.get();
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(document), e);
        }
    }
}
