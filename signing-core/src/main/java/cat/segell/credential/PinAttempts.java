// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PasswordWrong;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/**
 * What needs a secret, tried again with another entry as long as somebody makes one. The refused entry is gone: each attempt
 * looks at the token anew and asks anew.
 */
public final class PinAttempts {

    private PinAttempts() {}

    /** Asks for the secret itself, once. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws ProblemException;
    }

    /** @throws ProblemException why it is over: another entry changes nothing, or nobody makes one */
    public static <T> T with(PinEntry entry, Attempt<T> attempt) throws ProblemException {
        while (true) {
            try {
                return attempt.make();
            } catch (ProblemException e) {
                if (refusal(e.problem()).filter(entry::another).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /** The problem, where it is one of what was entered: another entry may do. */
    public static Optional<PinProblem> refusal(Problem problem) {
        return problem instanceof PinWrong
                        || problem instanceof PasswordWrong
                        || problem instanceof PinFormat
                        || problem instanceof PinLength
                ? Optional.of((PinProblem) problem)
                : Optional.empty();
    }
}
