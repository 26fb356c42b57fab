// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Whether an answer speaks of now: an old one may be played again. */
record Freshness(Instant now) {

    /** By so much this computer's clock may differ from the authority's. */
    static final Duration SKEW = Duration.ofMinutes(10);

    /** Who doesn't say until when an answer holds has newer ones all the time (RFC 6960 §2.4). */
    static final Duration WITHOUT_END = Duration.ofHours(1);

    /** @param until as the answer says, if it does */
    boolean covers(Date from, @Nullable Date until) {
        Instant end = until == null ? from.toInstant().plus(WITHOUT_END) : until.toInstant();
        return !from.toInstant().isAfter(now.plus(SKEW)) && !end.isBefore(now.minus(SKEW));
    }
}
