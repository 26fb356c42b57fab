// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import java.time.Instant;
import java.util.Optional;

/**
 * What an issuer told of a certificate.
 *
 * @param byList by a list (CRL), else by a responder (OCSP)
 * @param toldAt when
 * @param revokedAt since when it is revoked or suspended
 */
public record RevocationDetail(boolean byList, Instant toldAt, Status status, Optional<Instant> revokedAt) {

    /** Of the certificate. */
    public enum Status {
        IN_FORCE,
        REVOKED,
        UNKNOWN
    }
}
