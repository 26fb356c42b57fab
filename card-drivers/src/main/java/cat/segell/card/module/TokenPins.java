// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.util.Arrays;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Changes tokens' PINs, in the child process. */
record TokenPins(Cryptoki cryptoki) {

    /** What modules of OpenSC call their maker. */
    private static final String OPENSC = "OpenSC";

    /** With a session on the one token that is meant. */
    @FunctionalInterface
    private interface Change {
        void in(long session) throws CryptokiFailure;
    }

    /**
     * The login comes first: OpenSC demands it, and it tells a wrong PIN before a new one is set. On a keypad that would mean
     * typing the PIN twice, and the standard doesn't want it.
     */
    Answer change(Question.ChangePin question) throws CryptokiFailure {
        char[] present = TokenSession.octets(question.present());
        char[] fresh = TokenSession.octets(question.fresh());
        try {
            return question.keypad()
                    ? on(question.token(), session -> cryptoki.setPin(session, Optional.empty(), Optional.empty()))
                    : on(question.token(), session -> {
                        login(session, present);
                        cryptoki.setPin(session, Optional.of(present), Optional.of(fresh));
                    });
        } finally {
            Arrays.fill(present, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    /** Whose PIN has expired can only change it (PKCS#11 v3.0, §5.1, CKR_PIN_EXPIRED), which needs no login (§5.5.8). */
    private void login(long session, char[] present) throws CryptokiFailure {
        try {
            cryptoki.login(session, Optional.of(present));
        } catch (CryptokiFailure e) {
            if (e.code() != PKCS11Constants.CKR_PIN_EXPIRED) {
                throw e;
            }
        }
    }

    /** By the standard the PUK is the security officer's PIN; OpenSC goes a way of its own, which its setup allows. */
    Answer unblock(Question.Unblock question) throws CryptokiFailure {
        char[] puk = TokenSession.octets(question.puk());
        char[] fresh = TokenSession.octets(question.fresh());
        try {
            return TokenSight.text(cryptoki.info().manufacturerID).startsWith(OPENSC)
                    ? on(question.token(), session -> cryptoki.setPin(session, Optional.of(puk), Optional.of(fresh)))
                    : on(question.token(), session -> {
                        cryptoki.loginOfficer(session, puk);
                        cryptoki.initPin(session, fresh);
                    });
        } finally {
            Arrays.fill(puk, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    private Answer on(Question.TokenName wanted, Change change) throws CryptokiFailure {
        Optional<Long> slot = slot(wanted);
        if (slot.isEmpty()) {
            return new Answer.TokenGone();
        }
        long session = cryptoki.openWriting(slot.get());
        try {
            change.in(session);
            return new Answer.Done();
        } finally {
            // With a token's last session its login ends.
            cryptoki.leave(session);
        }
    }

    /** Where two tokens are alike, neither gets a secret. */
    private Optional<Long> slot(Question.TokenName wanted) throws CryptokiFailure {
        Optional<Long> found = Optional.empty();
        for (long slot : cryptoki.slotsWithToken()) {
            if (isMeant(slot, wanted)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(slot);
            }
        }
        return found;
    }

    private boolean isMeant(long slot, Question.TokenName wanted) {
        try {
            CK_TOKEN_INFO token = cryptoki.token(slot);
            return TokenSight.initialised(token)
                    && TokenSight.text(token.label).equals(wanted.label())
                    && TokenSight.text(token.serialNumber).equals(wanted.serial());
        } catch (CryptokiFailure foreignOrGone) {
            return false;
        }
    }
}
