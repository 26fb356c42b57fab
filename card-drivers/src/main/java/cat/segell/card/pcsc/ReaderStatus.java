// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.util.Optional;

/**
 * A row of SCARD_READERSTATE, after PC/SC filled it in.
 *
 * @param event dwEventState: flags below, a counter above
 */
record ReaderStatus(String name, int event, Optional<Atr> atr) {

    static final int UNAWARE = 0;
    static final int CHANGED = 0x2;
    static final int UNKNOWN = 0x4;
    static final int UNAVAILABLE = 0x8;
    static final int EMPTY = 0x10;
    static final int PRESENT = 0x20;
    static final int EXCLUSIVE = 0x80;
    static final int IN_USE = 0x100;
    static final int MUTE = 0x200;

    /** Says of readers, not cards, that one came or went; where PC/SC knows this name. */
    static final String ANY_READER = "\\\\?PnP?\\Notification";

    /** About which nothing is known yet. */
    static ReaderStatus unaware(String name) {
        return new ReaderStatus(name, UNAWARE, Optional.empty());
    }

    boolean has(int flag) {
        return (event & flag) != 0;
    }

    /** What is told to PC/SC as known, so that it speaks up when it is no longer so. */
    int known() {
        return event & ~CHANGED;
    }

    Reader reader() {
        ReaderState state = state();
        return new Reader(name, state, state == ReaderState.EMPTY ? Optional.empty() : atr, event >>> 16);
    }

    private ReaderState state() {
        if (has(UNKNOWN) || has(UNAVAILABLE)) {
            return ReaderState.UNAVAILABLE;
        }
        if (has(MUTE)) {
            return ReaderState.MUTE;
        }
        if (has(EXCLUSIVE)) {
            return ReaderState.EXCLUSIVE;
        }
        return has(PRESENT) ? ReaderState.CARD : ReaderState.EMPTY;
    }
}
