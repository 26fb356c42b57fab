// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;

/** A document that waits for its signature value. */
public interface PreparedDocument {

    DocumentFile document();

    SignatureAlgorithm algorithm();

    /** The bytes that are signed (for CMS the DER of the signed attributes): to verify the value before it is used. */
    byte[] dataToSign();

    /** What the key gets. */
    default DigestToSign digest() {
        return new DigestToSign(algorithm().scheme(), algorithm().digest().of(dataToSign()));
    }
}
