// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.ProblemException;

/** Gives a token another PIN. */
public interface PinChange {

    /**
     * With the present PIN.
     *
     * @return whose PIN is another now
     * @throws ProblemException where anything went wrong the present PIN stays
     */
    Token change(TokenChoice choice, NewPinEntry entry) throws ProblemException;

    /**
     * With the PUK, also where the PIN is locked.
     *
     * @return whose PIN is another now
     */
    Token unblock(TokenChoice choice, NewPinEntry entry) throws ProblemException;
}
