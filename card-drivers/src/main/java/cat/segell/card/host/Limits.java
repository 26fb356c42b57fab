// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.card.wire.Question;
import java.time.Duration;

/**
 * How long a driver may take before it counts as stuck.
 *
 * @param ordinary for looking and closing, and for loading it
 * @param keypad for a person who types the PIN on the reader
 * @param key for logging in and for one signature
 */
public record Limits(Duration ordinary, Duration keypad, Duration key) {

    /** OpenSC looks at a full reader for some seconds; a driver that takes this long is stuck. */
    public static final Duration ORDINARY = Duration.ofSeconds(30);

    /** Readers with a keypad give a person 30 to 60 seconds; three wrong keys and a look at a note are allowed for. */
    public static final Duration KEYPAD = Duration.ofMinutes(2);

    /** An old card makes a signature in a few seconds, behind a slow reader in some more. */
    public static final Duration KEY = Duration.ofSeconds(60);

    /** Shorter ones would stop drivers that work. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    /** Longer ones would leave a person before a window that does nothing. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** Those without a policy. */
    public static final Limits USUAL = new Limits(ORDINARY, KEYPAD, KEY);

    Duration of(Question question) {
        return switch (question) {
            case Question.Load _, Question.Look _, Question.About _, Question.Close _, Question.Where _ -> ordinary;
            case Question.Open open -> open.keypad() ? keypad : key;
            case Question.Sign sign -> sign.keypad() ? keypad : key;
            case Question.ChangePin change -> change.keypad() ? keypad : key;
            case Question.Unblock _ -> key;
        };
    }
}
