// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;

/**
 * Where a PIN comes from: a dialog, the terminal, a file. Asked after the token's state was read; on
 * a last try ({@link PinTries}) an implementation answers only with the person's explicit consent.
 */
@FunctionalInterface
public interface PinEntry {

    /**
     * @return one entry of the person; the caller closes it and sends it to the token at most once, save where a key wants
     *     it before each signature and the last one succeeded
     * @throws ProblemException a {@code PinProblem}
     */
    Pin ask(PinRequest request) throws ProblemException;

    /**
     * Told before a token waits for a PIN that is typed on its reader: show that, and end the wait if the person wants that.
     * On a last try ({@link PinTries}) an implementation goes on only with the person's explicit consent.
     *
     * @param cancel ends the wait, from any thread; nothing happens once it is over
     * @return closed when the wait is over
     * @throws ProblemException a {@code PinProblem}
     */
    default Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        return () -> {};
    }

    /** What a person sees while the reader waits. */
    @FunctionalInterface
    interface Waiting extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Told that an entry was refused, or could not even be sent.
     *
     * @return whether the next {@link #ask} gives another entry of the person; what comes from a file, or from the keys of a
     *     reader, never does
     */
    default boolean another(PinProblem refusal) {
        return false;
    }

    /** Told by the source when the token took the entry: only then may an entry be remembered for the rest of a batch. */
    default void accepted(Token token) {}
}
