// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.wire.Answer;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.KeyUnsupported;
import cat.segell.problem.KeyProblem.TokenBusy;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenLoggedOut;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinExpired;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * The one table from PKCS#11 return codes to problems. A code means what the standard (v3.0, §5.1 and the lists of each
 * function) says of it for the function that returned it: what speaks of a PIN counts only where a PIN was sent. What isn't in
 * the standard is said to be unknown.
 *
 * @param token the token's label
 * @param attempt what was asked of a key, for codes that say it can't
 */
public record CkrProblem(Path module, String token, String attempt) {

    private static final Set<Long> ABOUT_PINS = Set.of(
            PKCS11Constants.CKR_PIN_INCORRECT,
            PKCS11Constants.CKR_PIN_INVALID,
            PKCS11Constants.CKR_PIN_LEN_RANGE,
            PKCS11Constants.CKR_PIN_EXPIRED,
            PKCS11Constants.CKR_PIN_LOCKED,
            PKCS11Constants.CKR_PIN_TOO_WEAK,
            PKCS11Constants.CKR_USER_PIN_NOT_INITIALIZED);

    private static final Set<Long> GONE =
            Set.of(PKCS11Constants.CKR_DEVICE_REMOVED, PKCS11Constants.CKR_TOKEN_NOT_PRESENT);

    private static final Set<Long> SESSION_GONE =
            Set.of(PKCS11Constants.CKR_SESSION_CLOSED, PKCS11Constants.CKR_SESSION_HANDLE_INVALID);

    private static final Set<Long> CANNOT = Set.of(
            PKCS11Constants.CKR_MECHANISM_INVALID,
            PKCS11Constants.CKR_MECHANISM_PARAM_INVALID,
            PKCS11Constants.CKR_KEY_FUNCTION_NOT_PERMITTED,
            PKCS11Constants.CKR_KEY_TYPE_INCONSISTENT,
            PKCS11Constants.CKR_KEY_SIZE_RANGE,
            PKCS11Constants.CKR_DATA_INVALID,
            PKCS11Constants.CKR_DATA_LEN_RANGE,
            PKCS11Constants.CKR_CURVE_NOT_SUPPORTED,
            PKCS11Constants.CKR_FUNCTION_NOT_SUPPORTED);

    public Problem of(Answer.Failed failed) {
        return special(failed).orElseGet(() -> plain(failed));
    }

    private Optional<Problem> special(Answer.Failed failed) {
        return switch (failed.call()) {
            case "C_Login" -> login(failed.code()).or(() -> session(failed.code()));
            case "C_SignInit", "C_Sign" -> signing(failed).or(() -> session(failed.code()));
            case "C_GetTokenInfo" -> slot(failed.code());
            case "C_OpenSession" -> busy(failed.code()).or(() -> slot(failed.code()));
            case "C_Initialize", "C_GetInfo", "C_GetSlotList" -> Optional.empty();
            default -> expired(failed).or(() -> session(failed.code()));
        };
    }

    private Optional<Problem> login(long code) {
        if (code == PKCS11Constants.CKR_PIN_INCORRECT) {
            return Optional.of(new PinWrong(token, OptionalInt.empty()));
        }
        if (code == PKCS11Constants.CKR_PIN_LOCKED) {
            return Optional.of(new TokenLocked(token));
        }
        if (code == PKCS11Constants.CKR_PIN_INVALID || code == PKCS11Constants.CKR_PIN_LEN_RANGE) {
            return Optional.of(new PinFormat(token));
        }
        if (code == PKCS11Constants.CKR_PIN_EXPIRED) {
            return Optional.of(new PinExpired(token));
        }
        if (code == PKCS11Constants.CKR_USER_PIN_NOT_INITIALIZED) {
            return Optional.of(new PinNotSet(token));
        }
        if (code == PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN
                || code == PKCS11Constants.CKR_USER_ANOTHER_ALREADY_LOGGED_IN
                || code == PKCS11Constants.CKR_USER_TOO_MANY_TYPES) {
            return Optional.of(new TokenBusy(token));
        }
        return refused(code);
    }

    private Optional<Problem> signing(Answer.Failed failed) {
        if (failed.code() == PKCS11Constants.CKR_USER_NOT_LOGGED_IN) {
            return Optional.of(new TokenLoggedOut(token));
        }
        if (CANNOT.contains(failed.code())) {
            return Optional.of(new KeyUnsupported(attempt));
        }
        return expired(failed).or(() -> refused(failed.code()));
    }

    /** By the person, on the reader or in a window of the driver's own. */
    private static Optional<Problem> refused(long code) {
        boolean refused =
                code == PKCS11Constants.CKR_FUNCTION_CANCELED || code == PKCS11Constants.CKR_FUNCTION_REJECTED;
        return refused ? Optional.of(new PinCancelled()) : Optional.empty();
    }

    /** Some functions need a login that still counts. */
    private Optional<Problem> expired(Answer.Failed failed) {
        boolean possible = failed.call().equals("C_SignInit") || failed.call().equals("C_FindObjectsInit");
        return possible && failed.code() == PKCS11Constants.CKR_PIN_EXPIRED
                ? Optional.of(new PinExpired(token))
                : Optional.empty();
    }

    private Optional<Problem> session(long code) {
        return GONE.contains(code) || SESSION_GONE.contains(code)
                ? Optional.of(new TokenRemoved(token))
                : Optional.empty();
    }

    private Optional<Problem> slot(long code) {
        if (GONE.contains(code) || code == PKCS11Constants.CKR_SLOT_ID_INVALID) {
            return Optional.of(new TokenRemoved(token));
        }
        if (code == PKCS11Constants.CKR_TOKEN_NOT_RECOGNIZED) {
            return Optional.of(new TokenForeign(module));
        }
        return Optional.empty();
    }

    private Optional<Problem> busy(long code) {
        return code == PKCS11Constants.CKR_SESSION_COUNT ? Optional.of(new TokenBusy(token)) : Optional.empty();
    }

    private Problem plain(Answer.Failed failed) {
        String hex = CkrName.hex(failed.code());
        String result =
                CkrName.of(failed.code()).map(name -> name + " (" + hex + ")").orElse(hex);
        return result.equals(hex) || ABOUT_PINS.contains(failed.code())
                ? new DriverCodeUnknown(module, failed.call(), result)
                : new DriverFailed(module, failed.call(), result);
    }
}
