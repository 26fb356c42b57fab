// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The mark that every practice certificate carries, its CA's and its time-stamping authority's included: practice means must
 * never pass for real ones, wherever their certificates end up. The mark can only lower what a signature is worth.
 */
public final class PracticeMark {

    /**
     * Certificate policy of practice end-entity certificates: an arc of our own that needs no registration (ITU-T X.667,
     * 2.25 followed by UUID 4fbdd639-1481-4520-a473-24b8c3f4a50b as a whole number).
     */
    public static final String POLICY = "2.25.105994700731277859224321161434930390283";

    /** O in the subject of the practice CA, and so in the issuer of everything that it issues. */
    public static final String ORGANISATION = "Segell PRACTICE – no legal value";

    private PracticeMark() {}

    /** Whether it carries the policy, or names the practice organisation as subject or issuer. */
    public static boolean isOn(X509Certificate certificate) {
        return CertificateFields.policies(certificate).contains(POLICY)
                || CertificateFields.subject(certificate, BCStyle.O).contains(ORGANISATION)
                || CertificateFields.issuer(certificate, BCStyle.O).contains(ORGANISATION);
    }
}
