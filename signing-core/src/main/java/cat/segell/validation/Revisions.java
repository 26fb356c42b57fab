// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;

/** What signatures of a file signed, byte for byte. */
public interface Revisions {

    /**
     * Of a signature that holds: whether it does, the {@link Validator} says.
     *
     * @param number of the signature, from 1, in the order of the {@link ValidationReport}
     * @return a file in the document's work folder: of a PDF all up to the signature's end, of others the document alone
     * @throws ProblemException a {@code DocumentProblem} where that isn't one thing, or isn't in the file
     */
    Path signedBy(DocumentFile document, int number) throws ProblemException;
}
