// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.ExtendedKeyUsage;
import eu.europa.esig.dss.enumerations.RevocationType;
import org.jspecify.annotations.Nullable;

/**
 * Who may answer for an issuer: the issuer itself, or whom it has certified for just that (RFC 6960 §4.2.2.2). DSS asks only
 * whether the answer's signer has a good certificate: any colleague of a signer could say that his certificate is in force.
 */
final class ResponderRule {

    private ResponderRule() {}

    /** Of all answers on this certificate that the document holds or that were fetched. */
    static boolean holds(CertificateWrapper certificate) {
        return certificate.getCertificateRevocationData().stream()
                .filter(told -> told.getRevocationType() == RevocationType.OCSP)
                .allMatch(told -> mayTell(told, certificate.getSigningCertificate()));
    }

    private static boolean mayTell(CertificateRevocationWrapper told, @Nullable CertificateWrapper issuer) {
        CertificateWrapper responder = told.getSigningCertificate();
        if (responder == null || issuer == null) {
            return false;
        }
        return isSame(responder, issuer)
                || (isForResponding(responder) && isSame(responder.getSigningCertificate(), issuer));
    }

    /** By name and key: an authority has several certificates at times. */
    private static boolean isSame(@Nullable CertificateWrapper one, CertificateWrapper other) {
        return one != null && one.getEntityKey().equals(other.getEntityKey());
    }

    private static boolean isForResponding(CertificateWrapper responder) {
        return responder.getExtendedKeyUsages().stream()
                .anyMatch(usage -> ExtendedKeyUsage.OCSP_SIGNING.getOid().equals(usage.getValue()));
    }
}
