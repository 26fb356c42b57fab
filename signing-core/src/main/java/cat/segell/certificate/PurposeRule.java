// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** What a key may be used for, by key usage and extended key usage (RFC 5280 §4.2.1.3, §4.2.1.12; EN 319 412-2 §4.3.2). */
final class PurposeRule {

    /** TLS client authentication, smart-card log-on. */
    private static final Set<String> LOGIN = Set.of("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");

    /** E-mail protection, RFC 9336 document signing, Adobe's and Microsoft's document signing. */
    private static final Set<String> SIGNING =
            Set.of("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.2.840.113583.1.1.5", "1.3.6.1.4.1.311.10.3.12");

    private static final String ANY = "2.5.29.37.0";

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CONTENT_COMMITMENT = 1;
    private static final int KEY_CERT_SIGN = 5;

    private PurposeRule() {}

    static CertificatePurpose purpose(X509Certificate certificate) {
        boolean issues = certificate.getBasicConstraints() >= 0 || stated(certificate, KEY_CERT_SIGN);
        Optional<Set<String>> extended =
                CertificateFields.extendedUsage(certificate).filter(usage -> !usage.contains(ANY));
        boolean login =
                extended.map(usage -> !Collections.disjoint(usage, LOGIN)).orElse(true);
        boolean signing =
                extended.map(usage -> !Collections.disjoint(usage, SIGNING)).orElse(true);
        if (issues || (!login && !signing)) {
            return CertificatePurpose.NEITHER;
        }
        boolean commits = allowed(certificate, CONTENT_COMMITMENT);
        boolean proves = allowed(certificate, DIGITAL_SIGNATURE);
        if (commits) {
            return proves && login ? CertificatePurpose.BOTH : CertificatePurpose.SIGNATURE;
        }
        if (!proves) {
            return CertificatePurpose.NEITHER;
        }
        // A key that proves presence signs documents only where the certificate says so and nothing else: the DNIe's
        // has no
        // extended usage at all.
        return login ? CertificatePurpose.AUTHENTICATION : CertificatePurpose.SIGNATURE;
    }

    private static boolean stated(X509Certificate certificate, int bit) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > bit && usage[bit];
    }

    /** Without a key usage everything is allowed. */
    private static boolean allowed(X509Certificate certificate, int bit) {
        return certificate.getKeyUsage() == null || stated(certificate, bit);
    }
}
