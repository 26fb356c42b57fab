// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem;
import cat.segell.problem.ServiceProblem.TsaHostUnknown;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several authorities, asked in order until one answers well. For one batch: who fails is asked last from then on, and who
 * can't be reached isn't asked again for {@link #PAUSE}. A thousand documents must not wait a thousand times for a silent
 * network.
 */
public final class TimestampFallback implements TimestampAuthority {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private final List<TimestampAuthority> authorities;
    private final InstantSource clock;
    private final Map<TimestampAuthority, Silence> silent = new HashMap<>();

    private record Silence(ServiceProblem problem, Instant until) {}

    /** @param authorities at least one */
    public TimestampFallback(List<? extends TimestampAuthority> authorities) {
        this(authorities, InstantSource.system());
    }

    TimestampFallback(List<? extends TimestampAuthority> authorities, InstantSource clock) {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no authority");
        }
        this.authorities = new ArrayList<>(authorities);
        this.clock = clock;
    }

    /** Of the one that is asked next. */
    @Override
    public synchronized URI address() {
        return authorities.getFirst().address();
    }

    /** @throws ProblemException that of the last one, with those before it as suppressed */
    @Override
    public synchronized byte[] token(Digest imprint) throws ProblemException {
        ProblemException last = null;
        for (TimestampAuthority authority : List.copyOf(authorities)) {
            try {
                return ask(authority, imprint);
            } catch (ProblemException e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
                authorities.remove(authority);
                authorities.add(authority);
            }
        }
        throw Objects.requireNonNull(last, "at least one was asked");
    }

    private byte[] ask(TimestampAuthority authority, Digest imprint) throws ProblemException {
        Silence silence = silent.get(authority);
        if (silence != null && clock.instant().isBefore(silence.until())) {
            throw new ProblemException(silence.problem());
        }
        try {
            byte[] token = authority.token(imprint);
            silent.remove(authority);
            return token;
        } catch (ProblemException e) {
            if (e.problem() instanceof ServiceProblem unheard && isSilence(unheard)) {
                silent.put(authority, new Silence(unheard, clock.instant().plus(PAUSE)));
            }
            throw e;
        }
    }

    private static boolean isSilence(ServiceProblem problem) {
        return problem instanceof TsaUnreachable || problem instanceof TsaHostUnknown;
    }
}
