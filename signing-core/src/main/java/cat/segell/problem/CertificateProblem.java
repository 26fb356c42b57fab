// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.time.Instant;

/** The key is there, but its certificate may not sign. Exit status 1. */
public sealed interface CertificateProblem extends Problem {

    record CertExpired(String holder, Instant notAfter) implements CertificateProblem {}

    record CertNotYetValid(String holder, Instant notBefore) implements CertificateProblem {}

    /** For log-in or encryption only. */
    record CertNotForSigning(String holder) implements CertificateProblem {}

    /** The certificate file holds bytes that are not a certificate. */
    record CertBroken(String where) implements CertificateProblem {}
}
