// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.pinchange;

import cat.segell.credential.Pin;
import cat.segell.problem.ProblemException;

/** Where the secrets come from that a change of the PIN needs. Both are asked after the token's state was read. */
public interface NewPinEntry {

    /**
     * What allows the change: one entry, which is never sent again once it was refused. Where one try is left, an
     * implementation answers only with the person's explicit consent.
     *
     * @throws ProblemException a {@code PinProblem}
     */
    Pin present(NewPinRequest request) throws ProblemException;

    /**
     * The new PIN; a person types it twice.
     *
     * @throws ProblemException a {@code PinProblem}
     */
    Pin fresh(NewPinRequest request) throws ProblemException;

    /**
     * Told before a token waits for both PINs to be typed on its reader.
     *
     * @param cancel ends the wait, from any thread; once it has begun, whether the token has its new PIN is uncertain
     */
    default void onReader(NewPinRequest request, Runnable cancel) throws ProblemException {}
}
