// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;

/** Puts signatures into documents without ever seeing a key. */
public interface Signer {

    /** In bytes, generously: what a signature adds to a file. */
    long SIGNATURE_ROOM = 1 << 17;

    /** In bytes, generously: what a signed document takes. Around a document in text it is written in base64, and wrapped. */
    static long room(PreparedDocument prepared) {
        long size = prepared.size();
        SignatureForm form = prepared.form();
        boolean text = form.packaging() == Packaging.ENVELOPING || form.format() == SignatureFormat.JADES;
        return SIGNATURE_ROOM + (text ? size / 2 * 3 : size);
    }

    /**
     * @throws ProblemException a {@code DocumentProblem} when this document can't be signed, a {@code KeyProblem} when the
     *     key can't make this signature
     */
    PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException;

    /**
     * @param prepared from {@link #prepare} of the same signer
     * @param signature already verified over {@link PreparedDocument#dataToSign()} by the caller
     * @param work where the content is laid
     * @throws ProblemException a {@code DocumentProblem}; where the profile requires its level and it can't be reached, what
     *     kept it from that
     */
    SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work) throws ProblemException;
}
