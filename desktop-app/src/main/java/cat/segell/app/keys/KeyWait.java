// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

/** Whoever may have to end a wait for a key, whose driver may hang: told on the thread that waits. */
public interface KeyWait {

    /** An interrupt ends the wait, and the driver. */
    void usesKey();

    void usedKey();
}
