// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.certificate.CertificateReader;
import cat.segell.validation.detail.CertificateDetail;
import cat.segell.validation.detail.RevocationDetail;
import cat.segell.validation.detail.RevocationDetail.Status;
import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.enumerations.RevocationType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;

/** What DSS found of one certificate of a chain. */
final class ChainFacts {

    private ChainFacts() {}

    static Optional<CertificateDetail> detail(CertificateWrapper certificate) {
        return Certificates.of(certificate)
                .map(found -> new CertificateDetail(
                        CertificateReader.read(found), certificate.isTrusted(), revocation(certificate)));
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
