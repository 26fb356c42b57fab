// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.look;

import java.util.Locale;

/** How good or bad something is; always said by an icon and a word too. */
public enum Tone {
    NEUTRAL,
    BUSY,
    GOOD,
    CARE,
    BAD,
    PRACTICE;

    /** Its class in the style sheets. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
