// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;

/** Says what a signed file is worth. */
public interface Validator {

    /**
     * @param original for signatures that lie apart from their document
     * @throws ProblemException a {@code DocumentProblem} when the file can't be read at all
     */
    ValidationReport validate(DocumentFile document, OriginalDocument original, TrustAnchors anchors)
            throws ProblemException;

    /** The same, whose reports carry that of ETSI TS 119 102-2 too. */
    Validator withEtsi();

    /** Of a file that holds its document. */
    default ValidationReport validate(DocumentFile document, TrustAnchors anchors) throws ProblemException {
        return validate(document, OriginalDocument.NONE, anchors);
    }
}
