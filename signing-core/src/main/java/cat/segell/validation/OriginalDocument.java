// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/** What a signature in a file of its own signs: asked for only then. */
@FunctionalInterface
public interface OriginalDocument {

    OriginalDocument NONE = Optional::empty;

    /** @throws ProblemException a {@code DocumentProblem} where it is there and can't be read */
    Optional<DocumentFile> read() throws ProblemException;
}
