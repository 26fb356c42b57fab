// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import java.time.Instant;
import java.util.Optional;

/**
 * A time-stamp over a signature.
 *
 * @param authority the name in its certificate
 * @param qualified whether a trusted list says so
 */
public record TimestampDetail(Instant time, Optional<String> authority, Standing standing, boolean qualified) {

    /** What its time is worth. */
    public enum Standing {
        /** It proves that the signature was there then. */
        PROVES,
        /** It fits, but nobody who is believed made it. */
        UNTRUSTED,
        /** It is damaged, or belongs to something else. */
        BROKEN
    }
}
