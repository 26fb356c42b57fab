// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import java.util.Optional;

/**
 * What a person must know to enter a PIN.
 *
 * @param credential the key that will be used; absent where a key file's password is needed to see what is in it
 */
public record PinRequest(Token token, Optional<Credential> credential, PinUse use) {

    /** For a secret that is wanted once. */
    public PinRequest(Token token, Optional<Credential> credential) {
        this(token, credential, PinUse.LOGIN);
    }
}
