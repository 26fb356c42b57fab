// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.pkcs11.CkrProblem;
import cat.segell.card.wire.Answer;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.Set;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * What return codes mean while a PIN is changed; what they mean always is in {@link CkrProblem}.
 *
 * @param with what allows the change
 */
record PinChangeProblem(Path module, String token, Secret with) {

    /** Where the new PIN is set, they speak of that one (PKCS#11 v3.0, §5.5.7 and §5.5.8); OpenSC has one of its own. */
    private static final Set<Long> ABOUT_THE_NEW_PIN = Set.of(
            PKCS11Constants.CKR_PIN_INVALID,
            PKCS11Constants.CKR_PIN_LEN_RANGE,
            PKCS11Constants.CKR_PIN_TOO_WEAK,
            PKCS11Constants.CKR_DATA_INVALID);

    private static final Set<Long> NOT_POSSIBLE = Set.of(
            PKCS11Constants.CKR_FUNCTION_NOT_SUPPORTED,
            PKCS11Constants.CKR_USER_TYPE_INVALID,
            PKCS11Constants.CKR_TOKEN_WRITE_PROTECTED,
            PKCS11Constants.CKR_USER_PIN_NOT_INITIALIZED,
            PKCS11Constants.CKR_USER_NOT_LOGGED_IN);

    /** By the person, on the reader or in a window of the driver's own. */
    private static final Set<Long> CANCELLED =
            Set.of(PKCS11Constants.CKR_FUNCTION_CANCELED, PKCS11Constants.CKR_FUNCTION_REJECTED);

    Problem of(Answer.Failed failed) {
        long code = failed.code();
        if (code == PKCS11Constants.CKR_PIN_INCORRECT) {
            return with == Secret.PUK ? new PukWrong(token) : new PinChangeRefused(token);
        }
        if (code == PKCS11Constants.CKR_PIN_LOCKED) {
            return with == Secret.PUK ? new PukLocked(token) : new TokenLocked(token);
        }
        boolean setting = failed.call().equals("C_SetPIN") || failed.call().equals("C_InitPIN");
        if (setting && ABOUT_THE_NEW_PIN.contains(code)) {
            return new NewPinRefused(token);
        }
        if (NOT_POSSIBLE.contains(code)) {
            return with == Secret.PUK ? new UnblockUnsupported(token) : new PinChangeUnsupported(token);
        }
        if (setting && CANCELLED.contains(code)) {
            return new PinCancelled();
        }
        Problem other = new CkrProblem(module, token, "").of(failed);
        // What else happens while the new PIN is being set doesn't say on which side of it.
        return setting ? new PinChangeUncertain(token, other) : other;
    }
}
