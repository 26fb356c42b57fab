// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The end of a certificate's life, and what comes after it. */
public final class Renewal {

    /** Issuers renew within the last two months; a month more for those who let it lie. */
    private static final Duration RENEWED_WITHIN = Duration.ofDays(90);

    /** From so long before its end a person is told. */
    private static final Duration FIRST = Duration.ofDays(ExpiryStage.AHEAD.days());

    private Renewal() {}

    /** @return nothing where there is time, or none left */
    public static Optional<CertExpiresSoon> soon(CertificateFacts facts, Instant now) {
        Duration left = Duration.between(now, facts.notAfter());
        if (left.isNegative() || left.compareTo(FIRST) > 0) {
            return Optional.empty();
        }
        // A day that has begun counts: "in 0 days" is no time to do anything in.
        int days = (int) left.plusDays(1).minusNanos(1).toDays();
        return Optional.of(new CertExpiresSoon(facts.holder(), facts.notAfter(), Math.max(1, days), facts.practice()));
    }

    /** Whether it is time to have it renewed, or past it. */
    public static boolean due(CertificateFacts facts, Instant now) {
        return !now.plus(FIRST).isBefore(facts.notAfter());
    }

    /**
     * Whether one certificate was issued to take the other's place: for the same holder, organisation, kind and use, towards
     * the other's end.
     */
    public static boolean replaces(CertificateFacts newer, CertificateFacts older) {
        return newer.who().samePerson(older.who())
                && newer.organisation().equals(older.organisation())
                && newer.kind() == older.kind()
                && newer.level().equals(older.level())
                && newer.purpose() == older.purpose()
                && newer.notAfter().isAfter(older.notAfter())
                && newer.notBefore().isAfter(older.notAfter().minus(RENEWED_WITHIN));
    }
}
