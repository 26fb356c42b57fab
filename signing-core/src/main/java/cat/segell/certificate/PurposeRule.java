// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import static cat.segell.certificate.CertificatePurpose.AUTHENTICATION;
import static cat.segell.certificate.CertificatePurpose.BOTH;
import static cat.segell.certificate.CertificatePurpose.ENCRYPTION;
import static cat.segell.certificate.CertificatePurpose.ISSUING;
import static cat.segell.certificate.CertificatePurpose.NEITHER;
import static cat.segell.certificate.CertificatePurpose.SERVICE;
import static cat.segell.certificate.CertificatePurpose.SIGNATURE;
import static cat.segell.certificate.CertificatePurpose.UNSTATED;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;

/**
 * What a key may be used for, by key usage and extended key usage (RFC 5280 §4.2.1.3, §4.2.1.12; EN 319 412-2 §4.3.2); where
 * these leave it open, by policy.
 */
final class PurposeRule {

    /** TLS client authentication, smart-card log-on. */
    private static final Set<String> LOGIN = Set.of("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");

    /** E-mail protection, RFC 9336 document signing, Adobe's and Microsoft's document signing. */
    private static final Set<String> SIGNING =
            Set.of("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.2.840.113583.1.1.5", "1.3.6.1.4.1.311.10.3.12");

    /** TLS server, code, time-stamps, OCSP. */
    private static final Set<String> MACHINES =
            Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9");

    private static final String ANY = "2.5.29.37.0";

    /** DNIe; T-CAT, with name and with pseudonym. */
    private static final Set<String> LOGIN_POLICIES =
            Set.of("2.16.724.1.2.2.2.4", "1.3.6.1.4.1.15096.1.3.2.7.1.2", "1.3.6.1.4.1.15096.1.3.2.4.1.2");

    private static final Set<String> SIGNING_POLICIES =
            Set.of("2.16.724.1.2.2.2.3", "1.3.6.1.4.1.15096.1.3.2.7.1.1", "1.3.6.1.4.1.15096.1.3.2.4.1.1");

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CONTENT_COMMITMENT = 1;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int DATA_ENCIPHERMENT = 3;
    private static final int KEY_AGREEMENT = 4;
    private static final int KEY_CERT_SIGN = 5;

    private final X509Certificate certificate;
    private final Optional<Set<String>> extended;

    private PurposeRule(X509Certificate certificate) {
        this.certificate = certificate;
        this.extended = CertificateFields.extendedUsage(certificate).filter(usage -> !usage.contains(ANY));
    }

    static CertificatePurpose purpose(X509Certificate certificate) {
        PurposeRule rule = new PurposeRule(certificate);
        CertificatePurpose byUsage = rule.byUsage();
        return byUsage == BOTH || byUsage == UNSTATED
                ? byPolicy(CertificateFields.policies(certificate), byUsage)
                : byUsage;
    }

    private CertificatePurpose byUsage() {
        if (certificate.getBasicConstraints() >= 0 || stated(KEY_CERT_SIGN)) {
            return ISSUING;
        }
        boolean commits = allowed(CONTENT_COMMITMENT);
        boolean proves = allowed(DIGITAL_SIGNATURE);
        if (!commits && !proves) {
            return stated(KEY_ENCIPHERMENT) || stated(DATA_ENCIPHERMENT) || stated(KEY_AGREEMENT)
                    ? ENCRYPTION
                    : NEITHER;
        }
        if (extended.isPresent() && !names(LOGIN) && !names(SIGNING)) {
            return names(MACHINES) ? SERVICE : NEITHER;
        }
        return stated(CONTENT_COMMITMENT) ? committing(proves) : proving(commits);
    }

    private CertificatePurpose committing(boolean proves) {
        return proves && (extended.isEmpty() || names(LOGIN)) ? BOTH : SIGNATURE;
    }

    /** @param commits nothing is said of key usage, so that anything goes */
    private CertificatePurpose proving(boolean commits) {
        if (extended.isEmpty()) {
            return commits ? BOTH : UNSTATED;
        }
        if (names(LOGIN)) {
            return commits && names(SIGNING) ? BOTH : AUTHENTICATION;
        }
        return SIGNATURE;
    }

    private static CertificatePurpose byPolicy(Set<String> policies, CertificatePurpose open) {
        boolean login = !Collections.disjoint(policies, LOGIN_POLICIES);
        boolean signing = !Collections.disjoint(policies, SIGNING_POLICIES);
        if (login == signing) {
            return open;
        }
        return login ? AUTHENTICATION : SIGNATURE;
    }

    private boolean names(Set<String> purposes) {
        return extended.isPresent() && !Collections.disjoint(extended.get(), purposes);
    }

    private boolean stated(int bit) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > bit && usage[bit];
    }

    /** Without a key usage everything is allowed; with one that can't be read, nothing. */
    private boolean allowed(int bit) {
        return certificate.getExtensionValue(Extension.keyUsage.getId()) == null || stated(bit);
    }
}
