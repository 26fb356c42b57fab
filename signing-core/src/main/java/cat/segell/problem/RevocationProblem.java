// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.net.URI;
import java.util.Optional;

/** Whether a certificate was revoked could not be found out before signing with it: told, and nothing is hindered by it. */
public sealed interface RevocationProblem extends Problem {

    @Override
    default boolean isNotice() {
        return true;
    }

    /** Whom it is about; absent where nobody could be asked. */
    default Optional<URI> about() {
        return switch (this) {
            case RevocationSilent(URI address) -> Optional.of(address);
            case RevocationDoubtful(URI address) -> Optional.of(address);
            case RevocationUntold(URI address) -> Optional.of(address);
            case RevocationPrivate(URI address) -> Optional.of(address);
            case RevocationUnstated() -> Optional.empty();
            case RevocationIssuerUnknown() -> Optional.empty();
        };
    }

    /** Nobody answers, or not in time, or the service doesn't work. */
    record RevocationSilent(URI address) implements RevocationProblem {}

    /** What came back can't be verified, or is out of date: it counts neither for nor against the certificate. */
    record RevocationDoubtful(URI address) implements RevocationProblem {}

    /** The authority says that it doesn't know the certificate. */
    record RevocationUntold(URI address) implements RevocationProblem {}

    /** The address is on this machine or in a private network, and nobody allowed that. */
    record RevocationPrivate(URI address) implements RevocationProblem {}

    /** The certificate names nobody who could be asked. */
    record RevocationUnstated() implements RevocationProblem {}

    /** Without the issuer's certificate no answer could be verified. */
    record RevocationIssuerUnknown() implements RevocationProblem {}
}
