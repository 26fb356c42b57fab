// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Credential;

/** What is known of a card by its kind, before anybody logs in. */
@FunctionalInterface
public interface CardKinds {

    /** Where nothing is known of kinds: nothing is promised, and no PUK sent. */
    CardKinds UNKNOWN = _ -> false;

    /** Whether the key is known to want the PIN before each signature; never on suspicion. */
    boolean wantsPinEachTime(Credential credential);

    /**
     * Whether its PUK is known to be what PKCS#11 calls the security officer's PIN; never on suspicion: where that is something
     * else, a PUK that is sent as it uses up its tries.
     */
    default boolean pukIsOfficers(Pkcs11Token token) {
        return false;
    }
}
