// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.document.DigestAlgorithm;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Reads what a certificate says of itself. What it says badly counts as not said: an undecodable extension never throws, the
 * facts fall back to what is left.
 */
public final class CertificateReader {

    private CertificateReader() {}

    public static CertificateFacts read(X509Certificate certificate) {
        CertificateKind kind = KindRule.kind(certificate);
        return new CertificateFacts(
                sha256(certificate),
                kind,
                LevelRule.level(certificate),
                PurposeRule.purpose(certificate),
                HolderRule.holder(certificate, kind),
                QcStatements.of(certificate),
                issuer(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                PracticeMark.isOn(certificate));
    }

    /** OIDs in dotted form; none where it names none. */
    public static Set<String> policies(X509Certificate certificate) {
        return CertificateFields.policies(certificate);
    }

    /** Of the DER, lower-case hex: what tells certificates apart everywhere. */
    public static String sha256(X509Certificate certificate) {
        try {
            return DigestAlgorithm.SHA256.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without a DER form was never read from anywhere", e);
        }
    }

    private static String issuer(X509Certificate certificate) {
        return Stream.of(BCStyle.CN, BCStyle.O, BCStyle.OU)
                .flatMap(type -> CertificateFields.issuer(certificate, type).stream())
                .findFirst()
                .orElse("?");
    }
}
