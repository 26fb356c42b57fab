// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.PracticeMark;
import cat.segell.validation.detail.CertificateDetail;
import cat.segell.validation.detail.RevocationDetail;
import cat.segell.validation.detail.RevocationDetail.Status;
import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.RevocationType;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What DSS found of one certificate of a chain. */
final class ChainFacts {

    private ChainFacts() {}

    static Optional<CertificateDetail> detail(CertificateWrapper certificate) {
        return Certificates.of(certificate)
                .map(found -> new CertificateDetail(
                        CertificateReader.read(found), certificate.isTrusted(), revocation(certificate)));
    }

    static boolean isPractice(CertificateWrapper certificate) {
        return Certificates.of(certificate).map(PracticeMark::isOn).orElse(false);
    }

    /** DSS says "general failure" for it, among others. */
    static boolean revocationMissing(List<CertificateWrapper> chain, @Nullable SubIndication sub) {
        return sub == SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE
                && chain.stream()
                        .anyMatch(certificate -> !certificate.isTrusted()
                                && !certificate.isRevocationDataAvailable()
                                && Certificates.of(certificate)
                                        .map(each -> each.getExtensionValue(HardenedPolicy.NO_REV_AVAIL) == null)
                                        .orElse(true));
    }

    private static Optional<RevocationDetail> revocation(CertificateWrapper certificate) {
        if (!ResponderRule.holds(certificate)) {
            return Optional.empty();
        }
        return certificate.getCertificateRevocationData().stream()
                .flatMap(told -> revocation(told).stream())
                .max(Comparator.comparing(RevocationDetail::toldAt));
    }

    private static Optional<RevocationDetail> revocation(CertificateRevocationWrapper told) {
        Optional<Instant> time = Optional.ofNullable(told.getProductionDate())
                .or(() -> Optional.ofNullable(told.getThisUpdate()))
                .map(Date::toInstant);
        return time.map(toldAt -> new RevocationDetail(
                told.getRevocationType() == RevocationType.CRL,
                toldAt,
                status(told.getStatus()),
                Optional.ofNullable(told.getRevocationDate()).map(Date::toInstant)));
    }

    private static Status status(CertificateStatus status) {
        return switch (status) {
            case GOOD -> Status.IN_FORCE;
            case REVOKED -> Status.REVOKED;
            case null, default -> Status.UNKNOWN;
        };
    }
}
