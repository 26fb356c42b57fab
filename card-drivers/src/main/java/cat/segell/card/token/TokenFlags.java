// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** @param flags of CK_TOKEN_INFO */
record TokenFlags(long flags) {

    boolean has(long flag) {
        return (flags & flag) != 0;
    }

    PinState pin() {
        if (!has(PKCS11Constants.CKF_LOGIN_REQUIRED)) {
            return PinState.NOT_NEEDED;
        }
        if (has(PKCS11Constants.CKF_USER_PIN_LOCKED)) {
            return has(PKCS11Constants.CKF_SO_PIN_LOCKED) ? PinState.PUK_LOCKED : PinState.LOCKED;
        }
        if (!has(PKCS11Constants.CKF_USER_PIN_INITIALIZED)) {
            return PinState.NOT_SET;
        }
        if (has(PKCS11Constants.CKF_USER_PIN_TO_BE_CHANGED)) {
            return PinState.TO_BE_CHANGED;
        }
        return PinState.READY;
    }

    /** Flags only: tokens of this standard don't tell a number of tries. They stand beside all others. */
    PinTries tries() {
        if (has(PKCS11Constants.CKF_USER_PIN_FINAL_TRY)) {
            return PinTries.told(PinTries.Left.LAST);
        }
        return has(PKCS11Constants.CKF_USER_PIN_COUNT_LOW) ? PinTries.told(PinTries.Left.FEW) : PinTries.ENOUGH;
    }
}
