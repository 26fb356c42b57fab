// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.algorithm;

/** How a digest becomes a signature. */
public enum SignatureScheme {
    /** RSASSA-PKCS1-v1_5. */
    RSA_PKCS1,
    /** RSASSA-PSS with MGF1 over the same hash and a salt of the hash's length. */
    RSA_PSS,
    ECDSA
}
