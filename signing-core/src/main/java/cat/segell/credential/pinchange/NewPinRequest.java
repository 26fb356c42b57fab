// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.pinchange;

import cat.segell.credential.PinLengths;
import cat.segell.credential.Token;

/**
 * What a person must know to choose a new PIN.
 *
 * @param with what allows the change
 * @param lastTry whether another wrong entry of it locks it
 * @param lengths of this token's PINs
 */
public record NewPinRequest(Token token, Secret with, boolean lastTry, PinLengths lengths) {

    /** What allows a change. */
    public enum Secret {
        PIN,
        PUK
    }
}
