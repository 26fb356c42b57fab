// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import java.time.Instant;
import java.util.Locale;

/**
 * When a signature was made, as far as that is known.
 *
 * @param clock whose word it is
 */
public record SignedDate(Instant time, Clock clock) {

    /** Whose clock told a date. */
    public enum Clock {
        /** Of a time-stamp authority that is believed. */
        PROVEN,
        /** Of one that isn't. */
        STAMPED,
        /** Of the signer. */
        CLAIMED;

        /** In keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
