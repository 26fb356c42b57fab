// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.problem.CertificateProblem.CertRevoked;
import cat.segell.problem.CertificateProblem.CertSuspended;
import cat.segell.problem.Problem;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationReason;
import java.time.Instant;
import java.util.Optional;

/** What is known of a certificate now. */
public sealed interface RevocationState {

    /** Nobody was asked: it isn't wanted, or there is nothing to ask. */
    record NotAsked() implements RevocationState {}

    /** Its issuer says that it is in force. */
    record Good() implements RevocationState {}

    record Revoked(Instant since, RevocationReason reason) implements RevocationState {}

    /** On hold. */
    record Suspended(Instant since) implements RevocationState {}

    record NotKnown(RevocationProblem why) implements RevocationState {}

    /** What speaks against signing with it. */
    default Optional<Problem> against(String holder) {
        return switch (this) {
            case NotAsked _, Good _, NotKnown _ -> Optional.empty();
            case Revoked(Instant since, RevocationReason reason) -> Optional.of(new CertRevoked(holder, since, reason));
            case Suspended(Instant since) -> Optional.of(new CertSuspended(holder, since));
        };
    }
}
