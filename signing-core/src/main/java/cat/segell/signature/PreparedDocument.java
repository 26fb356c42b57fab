// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.NameEnding;
import java.util.Optional;

/** A document that waits for its signature value. */
public interface PreparedDocument {

    DocumentFile document();

    /** As it was asked for. */
    SignatureProfile profile();

    SignatureForm form();

    SignatureAlgorithm algorithm();

    /** The bytes that are signed (for CMS the DER of the signed attributes): to verify the value before it is used. */
    byte[] dataToSign();

    /** In bytes: what the signature is laid in or around. */
    default long size() {
        return document().size();
    }

    /** Whether it is a signed file already, of which one more signature becomes a part. */
    default boolean signedBefore() {
        return false;
    }

    /** The field that waited for it, and in which it will stand. */
    default Optional<String> field() {
        return Optional.empty();
    }

    /** Of the signed file's name. */
    default NameEnding ending() {
        NameEnding ending = form().ending();
        return signedBefore() ? NameEnding.kept(ending.text()) : ending;
    }

    /** What the key gets. */
    default DigestToSign digest() {
        return new DigestToSign(algorithm().scheme(), algorithm().digest().of(dataToSign()));
    }
}
