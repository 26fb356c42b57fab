// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.SigningRule;
import cat.segell.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What a certificate says against signing with it, before anybody enters a PIN. */
final class CertificateGuard {

    private CertificateGuard() {}

    static Optional<Problem> check(BatchRequest request) {
        return SigningRule.against(
                CertificateReader.read(request.credential().certificate()), Instant.now(), request.allowExpired());
    }
}
