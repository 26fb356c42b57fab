// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.SigningRule;
import cat.segell.credential.Credential;
import cat.segell.problem.Problem;
import cat.segell.problem.RevocationProblem;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What speaks against signing with a certificate, before anybody enters a PIN: what it says itself, then what its issuer says. */
final class CertificateGuard {

    private final RevocationCheck revocation;
    private final Instant now;

    CertificateGuard(RevocationCheck revocation, Instant now) {
        this.revocation = revocation;
        this.now = now;
    }

    Optional<Problem> check(BatchRequest request, Consumer<BatchEvent> events) {
        Credential credential = request.credential();
        return SigningRule.against(credential.certificate(), now, request.allowExpired())
                .or(() -> issuer(request, events));
    }

    private Optional<Problem> issuer(BatchRequest request, Consumer<BatchEvent> events) {
        Credential credential = request.credential();
        String holder = CertificateReader.read(credential.certificate()).holder();
        RevocationState state =
                credential.practice() ? new NotAsked() : revocation.of(credential.certificate(), credential.issuers());
        events.accept(new BatchEvent.Checked(state));
        return state.against(holder).or(() -> evidence(request, state));
    }

    /** Evidence is this very answer: without it the key would make signatures that are thrown away. */
    private static Optional<Problem> evidence(BatchRequest request, RevocationState state) {
        return state instanceof NotKnown(RevocationProblem why)
                        && request.profile().demandsEvidence()
                ? Optional.of(why)
                : Optional.empty();
    }
}
