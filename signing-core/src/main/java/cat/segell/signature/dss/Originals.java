// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.ProblemException;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.model.DSSDocument;

/** What a signature in a file of its own signs. */
final class Originals {

    private Originals() {}

    /** @throws ProblemException {@code ORIGINAL-MISSING}, or a {@code DocumentProblem} of that one */
    static DSSDocument of(DocumentFile signature, OriginalDocument original) throws ProblemException {
        return Subject.file(
                original.read().orElseThrow(() -> new ProblemException(new OriginalMissing(signature.source()))));
    }
}
