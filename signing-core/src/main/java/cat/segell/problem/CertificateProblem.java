// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.time.Instant;

/** The key is there, but its certificate may not sign. Exit status 1. */
public sealed interface CertificateProblem extends Problem {

    /** @param practice nobody renews what one practises with */
    record CertExpired(String holder, Instant notAfter, boolean practice) implements CertificateProblem {

        /** A real one. */
        public CertExpired(String holder, Instant notAfter) {
            this(holder, notAfter, false);
        }
    }

    /**
     * It may still sign: a notice, and no failure.
     *
     * @param practice nobody renews what one practises with
     */
    record CertExpiresSoon(String holder, Instant notAfter, int days, boolean practice) implements CertificateProblem {

        /** A real one. */
        public CertExpiresSoon(String holder, Instant notAfter, int days) {
            this(holder, notAfter, days, false);
        }

        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** Its issuer took it back: nothing that is signed with it holds. */
    record CertRevoked(String holder, Instant since, RevocationReason reason) implements CertificateProblem {}

    /** On hold: its issuer may give it back. */
    record CertSuspended(String holder, Instant since) implements CertificateProblem {}

    record CertNotYetValid(String holder, Instant notBefore) implements CertificateProblem {}

    /** For log-in only. */
    record CertNotForSigning(String holder) implements CertificateProblem {}

    record CertForEncryption(String holder) implements CertificateProblem {}

    /** Of a certificate authority. */
    record CertIssuesOthers(String holder) implements CertificateProblem {}

    /** For time-stamps, revocation answers, servers or code. */
    record CertForServices(String holder) implements CertificateProblem {}

    /** What its key may be used for is nothing that is known here, or can't be read. */
    record CertUsageUnknown(String holder) implements CertificateProblem {}

    /** Digital signatures, it isn't said what for: used only when it is named. */
    record CertUseUnstated(String holder) implements CertificateProblem {}

    /** Left aside for the signature certificate of the same person on the same token. */
    record CertTwinPreferred(String holder, String twin) implements CertificateProblem {}

    /** The same certificate and key are listed once already. */
    record CertSeenTwice(String holder, String key) implements CertificateProblem {
        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** Tokens were read, and there is none on them to sign with. */
    record CertNone() implements CertificateProblem {}

    /**
     * It can sign: nothing is wrong.
     *
     * @param token where it lies
     */
    record CertReady(String holder, String token, Instant notAfter) implements CertificateProblem {
        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** Its issuer revoked what was on such cards; about this one nobody was asked: a notice, and no failure. */
    record CertCardWithdrawn(String holder, Instant notBefore) implements CertificateProblem {
        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** The certificate file holds bytes that are not a certificate. */
    record CertBroken(String where) implements CertificateProblem {}
}
