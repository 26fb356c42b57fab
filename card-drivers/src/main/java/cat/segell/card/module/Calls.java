// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;

/** Makes calls into the module: says which one it is in, and turns another result than CKR_OK into a failure. */
record Calls(CurrentCall current) {

    @FunctionalInterface
    interface Call {
        void run() throws PKCS11Exception;
    }

    @FunctionalInterface
    interface Getter<T> {
        T get() throws PKCS11Exception;
    }

    void run(String name, Call call) throws CryptokiFailure {
        current.is(name);
        try {
            call.run();
        } catch (PKCS11Exception e) {
            throw new CryptokiFailure(name, e.getErrorCode());
        }
    }

    <T> T get(String name, Getter<T> getter) throws CryptokiFailure {
        current.is(name);
        try {
            return getter.get();
        } catch (PKCS11Exception e) {
            throw new CryptokiFailure(name, e.getErrorCode());
        }
    }
}
