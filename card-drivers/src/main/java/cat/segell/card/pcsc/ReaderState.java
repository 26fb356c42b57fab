// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.util.Locale;

/** What is in a reader, as far as anybody can tell without touching the card. */
public enum ReaderState {
    EMPTY,
    /** A card that answered. */
    CARD,
    /** Something is in the reader, and it doesn't answer: upside down, dirty, or not a smart card. */
    MUTE,
    /** A card that another program keeps for itself. */
    EXCLUSIVE,
    /** The reader is there, and PC/SC can't say what is in it. */
    UNAVAILABLE;

    /** In JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
