// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How fast a batch goes, told from what it has done. */
final class Pace {

    /** From this many finished documents on, the time left is worth saying. */
    private static final int MEASURED = 2;

    private final InstantSource clock;
    private Instant started = Instant.EPOCH;
    private Optional<Instant> held = Optional.empty();

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    void start() {
        started = clock.instant();
        held = Optional.empty();
    }

    /** While it waits for somebody, its time doesn't count. */
    void hold() {
        held = Optional.of(clock.instant());
    }

    void goOn() {
        held.ifPresent(since -> started = started.plus(Duration.between(since, clock.instant())));
        held = Optional.empty();
    }

    Optional<Duration> left(int done, int total) {
        return done < MEASURED
                ? Optional.empty()
                : Optional.of(Duration.between(started, clock.instant())
                        .dividedBy(done)
                        .multipliedBy(total - (long) done));
    }
}
