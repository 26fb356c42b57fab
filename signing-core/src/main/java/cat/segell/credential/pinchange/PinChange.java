// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.pinchange;

import cat.segell.credential.Token;
import cat.segell.problem.ProblemException;

/** Gives a token another PIN. */
public interface PinChange {

    /**
     * With the present PIN.
     *
     * @return whose PIN is another now
     * @throws ProblemException the present PIN stays, unless it is {@code PIN-CHANGE-UNCERTAIN}
     */
    Token change(TokenChoice choice, NewPinEntry entry) throws ProblemException;

    /**
     * With the PUK, also where the PIN is locked.
     *
     * @return whose PIN is another now
     * @throws ProblemException as of {@link #change}
     */
    Token unblock(TokenChoice choice, NewPinEntry entry) throws ProblemException;
}
