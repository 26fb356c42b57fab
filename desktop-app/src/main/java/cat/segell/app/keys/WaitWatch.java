// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

/**
 * Whoever may have to end a wait for a key, whose driver may hang, or for a service that a signature needs: told on the thread that
 * waits.
 */
public interface WaitWatch {

    /** An interrupt ends the wait, and with it the driver or the question to the service. */
    void waits();

    void waited();
}
