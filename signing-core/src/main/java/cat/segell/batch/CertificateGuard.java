// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertNotForSigning;
import cat.segell.problem.CertificateProblem.CertNotYetValid;
import cat.segell.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What a certificate says against signing with it, before anybody enters a PIN. */
final class CertificateGuard {

    private CertificateGuard() {}

    static Optional<Problem> check(BatchRequest request) {
        CertificateFacts facts = CertificateReader.read(request.credential().certificate());
        Instant now = Instant.now();
        if (!facts.purpose().signs()) {
            return Optional.of(new CertNotForSigning(facts.holder()));
        }
        if (now.isBefore(facts.notBefore())) {
            return Optional.of(new CertNotYetValid(facts.holder(), facts.notBefore()));
        }
        if (now.isAfter(facts.notAfter()) && !request.allowExpired()) {
            return Optional.of(new CertExpired(facts.holder(), facts.notAfter()));
        }
        return Optional.empty();
    }
}
