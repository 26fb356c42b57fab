// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.pinchange;

import cat.segell.credential.Credential;
import cat.segell.credential.PinLengths;
import cat.segell.credential.Token;
import java.util.List;

/**
 * What a person must know to choose a new PIN.
 *
 * @param with what allows the change
 * @param lastTry whether another wrong entry of it locks it
 * @param lengths of this token's PINs
 * @param keys on the token, by which a person knows whose it is
 */
public record NewPinRequest(Token token, Secret with, boolean lastTry, PinLengths lengths, List<Credential> keys) {

    public NewPinRequest {
        keys = List.copyOf(keys);
    }

    /** Of a token on which no keys were seen. */
    public NewPinRequest(Token token, Secret with, boolean lastTry, PinLengths lengths) {
        this(token, with, lastTry, lengths, List.of());
    }

    /** What allows a change. */
    public enum Secret {
        PIN,
        PUK
    }
}
