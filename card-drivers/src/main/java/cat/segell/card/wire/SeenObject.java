// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

/**
 * An object on a token.
 *
 * @param id CKA_ID in lower-case hex
 * @param value of a certificate its DER; of a key what tells it apart: the RSA modulus or the point of the curve, without
 *     leading zeros; empty where the token doesn't show it
 * @param pinEachTime of a private key: CKA_ALWAYS_AUTHENTICATE, as far as it can be seen
 */
public record SeenObject(Kind kind, String id, String label, byte[] value, boolean pinEachTime) {

    /** The classes that matter. */
    public enum Kind {
        CERTIFICATE,
        PUBLIC_KEY,
        PRIVATE_KEY
    }
}
