// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import iaik.pkcs.pkcs11.wrapper.CK_C_INITIALIZE_ARGS;
import iaik.pkcs.pkcs11.wrapper.CK_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_MECHANISM;
import iaik.pkcs.pkcs11.wrapper.CK_SLOT_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import iaik.pkcs.pkcs11.wrapper.PKCS11;
import iaik.pkcs.pkcs11.wrapper.PKCS11Implementation;
import java.io.IOException;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * The functions of one PKCS#11 module, called as they are: no retries, nothing between two of them, no vendor's codes
 * translated. The wrapper's lower layer is used for that; its upper one adds calls of its own, and prints.
 */
final class Cryptoki {

    private static final boolean UTF8 = true;
    private static final boolean OCTETS = false;

    private final PKCS11 module;
    private final Calls calls;

    private Cryptoki(PKCS11 module, Calls calls) {
        this.module = module;
        this.calls = calls;
    }

    /** @throws IOException the file can't be loaded, or it is not a PKCS#11 library */
    @SuppressWarnings("restricted") // This process exists to load native code; --enable-native-access says so.
    static Cryptoki load(String path, CurrentCall current) throws IOException, CryptokiFailure {
        System.loadLibrary("pkcs11wrapper");
        PKCS11Implementation.initializeLibrary();
        Cryptoki loaded = new Cryptoki(new PKCS11Implementation(path), new Calls(current));
        loaded.initialize();
        return loaded;
    }

    private void initialize() throws CryptokiFailure {
        CK_C_INITIALIZE_ARGS threads = new CK_C_INITIALIZE_ARGS();
        threads.flags = PKCS11Constants.CKF_OS_LOCKING_OK;
        try {
            calls.run("C_Initialize", () -> module.C_Initialize(threads, UTF8));
        } catch (CryptokiFailure e) {
            if (e.code() != PKCS11Constants.CKR_CANT_LOCK) {
                throw e;
            }
            // All calls come from one thread anyway.
            calls.run("C_Initialize", () -> module.C_Initialize(null, UTF8));
        }
    }

    void finish() throws CryptokiFailure {
        calls.run("C_Finalize", () -> module.C_Finalize(null));
    }

    CK_INFO info() throws CryptokiFailure {
        return calls.get("C_GetInfo", module::C_GetInfo);
    }

    long[] slotsWithToken() throws CryptokiFailure {
        return calls.get("C_GetSlotList", () -> module.C_GetSlotList(true));
    }

    CK_SLOT_INFO slot(long slot) throws CryptokiFailure {
        return calls.get("C_GetSlotInfo", () -> module.C_GetSlotInfo(slot));
    }

    CK_TOKEN_INFO token(long slot) throws CryptokiFailure {
        return calls.get("C_GetTokenInfo", () -> module.C_GetTokenInfo(slot));
    }

    long open(long slot) throws CryptokiFailure {
        return calls.get(
                "C_OpenSession", () -> module.C_OpenSession(slot, PKCS11Constants.CKF_SERIAL_SESSION, null, null));
    }

    /** A session that may change the token. */
    long openWriting(long slot) throws CryptokiFailure {
        long flags = PKCS11Constants.CKF_SERIAL_SESSION | PKCS11Constants.CKF_RW_SESSION;
        return calls.get("C_OpenSession", () -> module.C_OpenSession(slot, flags, null, null));
    }

    void close(long session) throws CryptokiFailure {
        calls.run("C_CloseSession", () -> module.C_CloseSession(session));
    }

    /** Where it doesn't matter whether that works: everything that was wanted of the session is there. */
    void leave(long session) {
        try {
            close(session);
        } catch (CryptokiFailure left) {
            // The token closes it when it goes, or the process when it ends.
        }
    }

    boolean loggedIn(long session) throws CryptokiFailure {
        long state = calls.get("C_GetSessionInfo", () -> module.C_GetSessionInfo(session)).state;
        return state == PKCS11Constants.CKS_RO_USER_FUNCTIONS || state == PKCS11Constants.CKS_RW_USER_FUNCTIONS;
    }

    /** @param pin as {@link TokenSession#octets}; nothing where the reader has a keypad */
    void login(long session, Optional<char[]> pin) throws CryptokiFailure {
        calls.run("C_Login", () -> module.C_Login(session, PKCS11Constants.CKU_USER, pin.orElse(null), OCTETS));
    }

    /**
     * Whom cards know as the owner of the PUK.
     *
     * @param puk as {@link TokenSession#octets}
     */
    void loginOfficer(long session, char[] puk) throws CryptokiFailure {
        calls.run("C_Login", () -> module.C_Login(session, PKCS11Constants.CKU_SO, puk, OCTETS));
    }

    /** @param present like the new one as {@link TokenSession#octets}; nothing of both where the reader has a keypad */
    void setPin(long session, Optional<char[]> present, Optional<char[]> fresh) throws CryptokiFailure {
        calls.run("C_SetPIN", () -> module.C_SetPIN(session, present.orElse(null), fresh.orElse(null), OCTETS));
    }

    /** After {@link #loginOfficer}. */
    void initPin(long session, char[] fresh) throws CryptokiFailure {
        calls.run("C_InitPIN", () -> module.C_InitPIN(session, fresh, OCTETS));
    }

    void logout(long session) throws CryptokiFailure {
        calls.run("C_Logout", () -> module.C_Logout(session));
    }

    ObjectCalls objects() {
        return new ObjectCalls(module, calls);
    }

    void signInit(long session, SignatureAlgorithm algorithm, long key) throws CryptokiFailure {
        CK_MECHANISM mechanism = Mechanisms.of(algorithm);
        calls.run("C_SignInit", () -> module.C_SignInit(session, mechanism, key, UTF8));
    }

    /** Between C_SignInit and C_Sign of a key that wants the PIN each time. */
    void loginForThisSignature(long session, Optional<char[]> pin) throws CryptokiFailure {
        calls.run(
                "C_Login",
                () -> module.C_Login(session, PKCS11Constants.CKU_CONTEXT_SPECIFIC, pin.orElse(null), OCTETS));
    }

    byte[] sign(long session, byte[] data) throws CryptokiFailure {
        return calls.get("C_Sign", () -> module.C_Sign(session, data));
    }
}
