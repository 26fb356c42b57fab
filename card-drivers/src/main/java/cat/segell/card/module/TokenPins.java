// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Changes tokens' PINs, in the child process. */
record TokenPins(Cryptoki cryptoki, TokenSight sight) {

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

    /** By the standard the PUK is the security officer's PIN, where it is; OpenSC's own way its setup allows. */
    Answer unblock(Question.Unblock question) throws CryptokiFailure {
        char[] puk = TokenSession.octets(question.puk());
        char[] fresh = TokenSession.octets(question.fresh());
        try {
            return switch (question.way()) {
                case OPENSC ->
                    on(question.token(), session -> cryptoki.setPin(session, Optional.of(puk), Optional.of(fresh)));
                case OFFICER ->
                    on(question.token(), session -> {
                        cryptoki.loginOfficer(session, puk);
                        cryptoki.initPin(session, fresh);
                    });
            };
        } finally {
            Arrays.fill(puk, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    private Answer on(Question.TokenName wanted, Change change) throws CryptokiFailure {
        List<Long> sessions = new ArrayList<>();
        List<Answer.Failed> failures = new ArrayList<>();
        try {
            for (long slot : cryptoki.slotsWithToken()) {
                if (isNamed(slot, wanted)) {
                    session(slot, wanted, failures).ifPresent(sessions::add);
                }
            }
            if (sessions.isEmpty()) {
                // What can't be read may still be there.
                return failures.isEmpty() ? new Answer.TokenGone() : failures.getFirst();
            }
            if (sessions.size() > 1) {
                return new Answer.TokensAlike();
            }
            change.in(sessions.getFirst());
            return new Answer.Done();
        } finally {
            // With a token's last session its login ends.
            sessions.forEach(cryptoki::leave);
        }
    }

    /** All is read anew beside the very session that gets the secret: it ends with the card that it was opened on. */
    private Optional<Long> session(long slot, Question.TokenName wanted, List<Answer.Failed> failures)
            throws CryptokiFailure {
        long session = cryptoki.openWriting(slot);
        boolean meant = false;
        try {
            List<SeenObject> certificates = sight.handled(session, Kind.CERTIFICATE, failures).stream()
                    .map(TokenSight.Handled::object)
                    .toList();
            meant = isNamed(slot, wanted)
                    && Question.TokenName.certificates(certificates).equals(wanted.certificates());
            return meant ? Optional.of(session) : Optional.empty();
        } finally {
            if (!meant) {
                cryptoki.leave(session);
            }
        }
    }

    private boolean isNamed(long slot, Question.TokenName wanted) {
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
