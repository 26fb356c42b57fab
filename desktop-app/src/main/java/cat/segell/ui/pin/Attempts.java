// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/** What needs a secret, on the worker's thread. A refused entry is never sent again, but the person may enter another. */
public final class Attempts {

    private Attempts() {}

    /** Needs the secret once. */
    @FunctionalInterface
    public interface Attempt<T> {
        T with(PinEntry entry) throws ProblemException;
    }

    /** @throws ProblemException why it is over, where another entry changes nothing */
    public static <T> T until(PinModel pin, Attempt<T> attempt) throws ProblemException {
        Optional<PinProblem> wrong = Optional.empty();
        while (true) {
            PinModel.Entry entry = pin.new Entry(wrong);
            try {
                return attempt.with(entry);
            } catch (ProblemException e) {
                wrong = entry.asked() ? PinAttempts.refusal(e.problem()) : Optional.empty();
                if (wrong.isEmpty()) {
                    throw e;
                }
            }
        }
    }
}
