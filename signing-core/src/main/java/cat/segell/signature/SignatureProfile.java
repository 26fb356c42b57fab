// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.document.DigestAlgorithm;
import java.util.Optional;

/**
 * How to sign.
 *
 * @param levelRequired whether a document that can't reach the level must stay unsigned, instead of being signed at a lower one
 * @param pss RSASSA-PSS instead of PKCS#1 v1.5, for RSA keys
 * @param reason shown in PDF readers
 * @param location shown in PDF readers
 */
public record SignatureProfile(
        SignatureFormat format,
        SignatureLevel level,
        boolean levelRequired,
        DigestAlgorithm digest,
        boolean pss,
        Optional<String> reason,
        Optional<String> location) {

    public static SignatureProfile pades(SignatureLevel level) {
        return new SignatureProfile(
                SignatureFormat.PADES, level, false, DigestAlgorithm.SHA256, false, Optional.empty(), Optional.empty());
    }
}
