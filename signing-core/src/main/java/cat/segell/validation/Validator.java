// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;

/** Says what a signed file is worth. */
public interface Validator {

    /** @throws ProblemException a {@code DocumentProblem} when the file can't be read at all */
    ValidationReport validate(DocumentFile document, TrustAnchors anchors) throws ProblemException;
}
