// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import java.util.Set;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** A PKCS#11 function returned something else than CKR_OK. */
final class CryptokiFailure extends Exception {

    private static final Set<Long> ENDING = Set.of(
            PKCS11Constants.CKR_SLOT_ID_INVALID,
            PKCS11Constants.CKR_DEVICE_REMOVED,
            PKCS11Constants.CKR_TOKEN_NOT_PRESENT,
            PKCS11Constants.CKR_TOKEN_NOT_RECOGNIZED,
            PKCS11Constants.CKR_SESSION_CLOSED,
            PKCS11Constants.CKR_SESSION_HANDLE_INVALID,
            PKCS11Constants.CKR_CRYPTOKI_NOT_INITIALIZED);

    private final String call;
    private final long code;

    CryptokiFailure(String call, long code) {
        super(call);
        this.call = call;
        this.code = code;
    }

    long code() {
        return code;
    }

    /** Whether there is no sense in asking for more in this session. */
    boolean endsSession() {
        return ENDING.contains(code);
    }

    Answer.Failed answer() {
        return new Answer.Failed(call, code);
    }
}
