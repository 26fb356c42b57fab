// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.ProblemException;

/**
 * Where a PIN comes from: a dialog, the terminal, a file. Asked after the token's state was read; on
 * {@link PinState#FINAL_TRY} an implementation answers only with the person's explicit consent.
 */
@FunctionalInterface
public interface PinEntry {

    /**
     * @return one entry of the person; the caller closes it and sends it to the token at most once, save where a key wants
     *     it before each signature and the last one succeeded
     * @throws ProblemException a {@code PinProblem}
     */
    Pin ask(PinRequest request) throws ProblemException;

    /** Told by the source before it waits for somebody to enter the PIN on the reader's own keys; nothing is asked here. */
    default void padWaits(PinRequest request) {}

    /** Told by the source when the token took the entry: only then may an entry be remembered for the rest of a batch. */
    default void accepted(Token token) {}
}
