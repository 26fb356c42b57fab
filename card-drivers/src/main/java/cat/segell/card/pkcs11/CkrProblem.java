// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinExpired;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** The one table from PKCS#11 return codes to problems. What isn't in it is said to be unknown, and blames no PIN. */
final class CkrProblem {

    private CkrProblem() {}

    /**
     * @param token the token's label
     * @param attempt what was asked of a key, for codes that say it can't
     */
    static Problem of(Answer.Failed failed, Path module, String token, String attempt) {
        long code = failed.code();
        if (code == PKCS11Constants.CKR_PIN_INCORRECT) {
            return new PinWrong(token, OptionalInt.empty());
        }
        if (code == PKCS11Constants.CKR_PIN_LOCKED) {
            return new TokenLocked(token);
        }
        if (code == PKCS11Constants.CKR_PIN_INVALID || code == PKCS11Constants.CKR_PIN_LEN_RANGE) {
            return new PinFormat(token);
        }
        if (code == PKCS11Constants.CKR_PIN_EXPIRED) {
            return new PinExpired(token);
        }
        if (code == PKCS11Constants.CKR_USER_PIN_NOT_INITIALIZED) {
            return new PinNotSet(token);
        }
        if (code == PKCS11Constants.CKR_FUNCTION_CANCELED || code == PKCS11Constants.CKR_FUNCTION_REJECTED) {
            return new PinCancelled();
        }
        if (gone(code)) {
            return new TokenRemoved(token);
        }
        return cannot(code)
                ? new KeyUnsupported(attempt)
                : new DriverFailed(module, failed.call(), "0x" + Long.toHexString(code));
    }

    private static boolean gone(long code) {
        return code == PKCS11Constants.CKR_DEVICE_REMOVED
                || code == PKCS11Constants.CKR_TOKEN_NOT_PRESENT
                || code == PKCS11Constants.CKR_SESSION_CLOSED
                || code == PKCS11Constants.CKR_SESSION_HANDLE_INVALID;
    }

    private static boolean cannot(long code) {
        return code == PKCS11Constants.CKR_MECHANISM_INVALID
                || code == PKCS11Constants.CKR_MECHANISM_PARAM_INVALID
                || code == PKCS11Constants.CKR_KEY_FUNCTION_NOT_PERMITTED
                || code == PKCS11Constants.CKR_KEY_TYPE_INCONSISTENT
                || code == PKCS11Constants.CKR_KEY_SIZE_RANGE;
    }
}
