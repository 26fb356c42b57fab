// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.document.DigestAlgorithm;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/**
 * Which credential this is, wherever it shows up: never a list index, alias or slot number.
 *
 * @param certificateSha256 of the certificate's DER, lower-case hex
 * @param tokenSerial as in {@link Token#serial()}
 * @param keyId CKA_ID in lower-case hex, empty where the kind of token has none
 */
public record CredentialId(String certificateSha256, String tokenSerial, String keyId) {

    public static CredentialId of(X509Certificate certificate, String tokenSerial, String keyId) {
        return new CredentialId(sha256(certificate), tokenSerial, keyId);
    }

    /** Of the certificate's DER, lower-case hex. */
    public static String sha256(X509Certificate certificate) {
        try {
            return DigestAlgorithm.SHA256.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that was read has an encoding", e);
        }
    }
}
