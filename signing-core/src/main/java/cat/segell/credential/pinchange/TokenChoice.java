// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.pinchange;

import cat.segell.credential.reference.Pkcs11Uri;
import java.util.Optional;

/**
 * Which token is meant.
 *
 * @param key the token that holds this key, or that the address describes
 * @param name a token's label or serial number
 */
public record TokenChoice(Optional<Pkcs11Uri> key, Optional<String> name) {

    /** The only one that is there. */
    public static final TokenChoice ONLY = new TokenChoice(Optional.empty(), Optional.empty());

    public static TokenChoice of(Pkcs11Uri key) {
        return new TokenChoice(Optional.of(key), Optional.empty());
    }

    public static TokenChoice named(String name) {
        return new TokenChoice(Optional.empty(), Optional.of(name));
    }
}
