// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.problem.KeyProblem;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenBusy;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenLoggedOut;
import cat.segell.problem.KeyProblem.TokenNone;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem;

/** Somebody who can put right what keeps the key from signing in the midst of a batch: put the card back, above all. */
public interface Pause {

    /** There is nobody: the batch ends, and can be taken up again. */
    Pause NONE = _ -> false;

    /**
     * Asked while no document is in the key's hands; those that it signed come to their end meanwhile.
     *
     * @return whether to try again, with the same key of the same token: it wants its PIN anew
     */
    boolean goesOn(Problem why);

    /** Whether a person can put it right while the batch waits: the card, its reader, their service, a driver that broke. */
    static boolean helps(Problem problem) {
        return problem instanceof ReaderProblem || (problem instanceof KeyProblem key && helps(key));
    }

    private static boolean helps(KeyProblem problem) {
        return problem instanceof TokenRemoved
                || problem instanceof TokenNone
                || problem instanceof TokenNotFound
                || problem instanceof TokenEmpty
                || problem instanceof TokenForeign
                || problem instanceof TokenBusy
                || problem instanceof TokenLoggedOut
                || problem instanceof KeyNotFound
                || problem instanceof DriverCrashed
                || problem instanceof DriverHung
                || problem instanceof DriverFailed
                || problem instanceof DriverCodeUnknown;
    }
}
