// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;

/** A PKCS#11 function returned something else than CKR_OK. */
final class CryptokiFailure extends Exception {

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

    Answer.Failed answer() {
        return new Answer.Failed(call, code);
    }
}
