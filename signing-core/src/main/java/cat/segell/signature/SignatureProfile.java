// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.document.DigestAlgorithm;
import java.util.Optional;

/**
 * How to sign.
 *
 * @param form absent for the one that fits each document: {@link SignatureForm#PADES} for PDF, else {@link
 *     SignatureForm#ASIC_E}
 * @param levelRequired fail rather than sign at a lower level
 * @param pss RSA-PSS instead of PKCS#1 v1.5, for RSA keys
 * @param appearance absent for a signature that no page shows
 * @param counterSigned the number, from 1, of the signature in the file that is signed instead of the document
 */
public record SignatureProfile(
        Optional<SignatureForm> form,
        SignatureLevel level,
        boolean levelRequired,
        DigestAlgorithm digest,
        boolean pss,
        SignerClaims claims,
        Optional<Appearance> appearance,
        Optional<Integer> counterSigned) {

    /** Signs the document. */
    public SignatureProfile(
            Optional<SignatureForm> form,
            SignatureLevel level,
            boolean levelRequired,
            DigestAlgorithm digest,
            boolean pss,
            SignerClaims claims,
            Optional<Appearance> appearance) {
        this(form, level, levelRequired, digest, pss, claims, appearance, Optional.empty());
    }

    public static SignatureProfile pades(SignatureLevel level) {
        return of(SignatureForm.PADES, level);
    }

    public static SignatureProfile of(SignatureForm form, SignatureLevel level) {
        return new SignatureProfile(
                Optional.of(form), level, false, DigestAlgorithm.SHA256, false, SignerClaims.NONE, Optional.empty());
    }

    /** Whether nothing is signed without the issuers' evidence that the certificate is in force. */
    public boolean demandsEvidence() {
        return levelRequired && level.holdsEvidence();
    }

    /** The same in this form. */
    public SignatureProfile in(SignatureForm named) {
        return new SignatureProfile(
                Optional.of(named), level, levelRequired, digest, pss, claims, appearance, counterSigned);
    }

    /** The same, at level B, of a signature that the file holds already. */
    public SignatureProfile counterSigning(int number) {
        return new SignatureProfile(
                form, SignatureLevel.B, false, digest, pss, claims, appearance, Optional.of(number));
    }
}
