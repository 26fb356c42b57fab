// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.validation.OriginalDocument;

/** Adds to a signed document what keeps its signatures checkable for longer; what was signed stays as it is. */
public interface Extender {

    /**
     * Before anything is signed: whether there can be evidence of this signer's certificate.
     *
     * @throws ProblemException {@code EVIDENCE-UNTRUSTED}
     */
    void demandBelieved(DocumentFile document, Credential signer) throws ProblemException;

    /**
     * Before one more signature is made in a signed document: all are raised together, so whether the older ones keep the new one
     * from a higher level.
     *
     * @throws ProblemException {@code SIGNATURE-NO-LEVEL}, {@code SIGNATURE-UNFIT}, a {@code DocumentProblem}
     */
    void demandRaisable(DocumentFile document, OriginalDocument original) throws ProblemException;

    /**
     * @param original for signatures that lie apart from their document
     * @param level wanted for all signatures of the document: T, LT or LTA
     * @param work where the content is laid
     * @return at the highest level that could be reached, and what kept it from the wanted one
     * @throws ProblemException a {@code DocumentProblem} where there is no signature worth it; what kept the document from any
     *     higher level than it has
     */
    SignedContent extend(DocumentFile document, OriginalDocument original, SignatureLevel level, WorkFolder work)
            throws ProblemException;
}
