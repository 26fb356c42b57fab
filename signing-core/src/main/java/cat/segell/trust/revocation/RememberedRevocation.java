// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Doesn't ask twice in a short while: whoever mistypes a PIN, or signs one document after the other, need not wait each time for
 * an authority that is silent. What speaks against a certificate is asked anew, because it may have been put right.
 */
public final class RememberedRevocation implements RevocationCheck {

    static final Duration GOOD = Duration.ofMinutes(5);
    static final Duration NOT_KNOWN = Duration.ofMinutes(1);

    private final RevocationCheck check;
    private final InstantSource clock;
    private final Map<X509Certificate, Memory> told = new ConcurrentHashMap<>();

    private record Told(RevocationState state, Instant until) {}

    public RememberedRevocation(RevocationCheck check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Of different certificates it can be asked at the same time; of one, the second waits for what the first is told. */
    @Override
    public RevocationState of(X509Certificate certificate, List<X509Certificate> others) {
        return told.computeIfAbsent(certificate, Memory::new).state(others);
    }

    private final class Memory {

        private final X509Certificate certificate;
        private Optional<Told> before = Optional.empty();

        Memory(X509Certificate certificate) {
            this.certificate = certificate;
        }

        synchronized RevocationState state(List<X509Certificate> others) {
            Optional<Told> still = before.filter(each -> clock.instant().isBefore(each.until()));
            if (still.isPresent()) {
                return still.get().state();
            }
            RevocationState state = check.of(certificate, others);
            before = Optional.of(new Told(state, clock.instant().plus(lasts(state))));
            return state;
        }
    }

    private static Duration lasts(RevocationState state) {
        return switch (state) {
            case Good _, NotAsked _ -> GOOD;
            case NotKnown _ -> NOT_KNOWN;
            case Revoked _, Suspended _ -> Duration.ZERO;
        };
    }
}
