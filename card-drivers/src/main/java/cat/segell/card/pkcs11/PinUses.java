// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.pkcs11.Keyholder.Place;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Credential;
import cat.segell.credential.PinUse;
import java.util.Optional;

/**
 * How often keys want their PIN. Drivers hide private keys before the login, and what such a key wants with it: then an earlier
 * login tells, else the kind of card.
 *
 * @param oneEntry whether one entry may serve all signatures of a key that wants the PIN before each
 */
record PinUses(boolean oneEntry, PinUseMemory memory, CardKinds kinds) {

    /** Before the login. */
    PinUse expected(Place place, Credential credential) {
        boolean keypad = place.token().token().keypad();
        return place.token()
                .pinEachTime(credential.id())
                .or(() -> memory.eachTime(place.module(), credential.id()))
                .or(() -> kinds.wantsPinEachTime(credential) ? Optional.of(true) : Optional.empty())
                .map(eachTime -> use(eachTime, keypad))
                .orElse(oneEntry && !keypad ? PinUse.UNKNOWN_ONE_ENTRY : PinUse.UNKNOWN);
    }

    /** After the login: now the driver tells. */
    PinUse told(Place place, Credential credential, boolean eachTime) {
        memory.remember(place.module(), credential.id(), eachTime);
        return use(eachTime, place.token().token().keypad());
    }

    private PinUse use(boolean eachTime, boolean keypad) {
        return Pkcs11Token.pinUse(eachTime, oneEntry && !keypad);
    }
}
