// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.module.KeySearch.Found;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** The logins that are open, and signing with them, in the child process. */
final class Logins {

    private final Cryptoki cryptoki;
    private final KeySearch search;
    private final Map<Long, TokenSession> sessions = new HashMap<>();

    Logins(Cryptoki cryptoki, TokenSight sight) {
        this.cryptoki = cryptoki;
        search = new KeySearch(cryptoki, sight);
    }

    Answer open(Question.Open open) throws CryptokiFailure {
        char[] pin = TokenSession.octets(open.pin());
        List<Answer.Failed> failures = new ArrayList<>();
        try {
            Optional<Found> found = search.find(open.key(), failures);
            if (found.isPresent()) {
                return open(open, found.get(), pin);
            }
            return failures.isEmpty() ? new Answer.TokenGone() : failures.getFirst();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Answer open(Question.Open open, Found found, char[] pin) throws CryptokiFailure {
        boolean kept = false;
        List<Answer.Failed> failures = new ArrayList<>();
        try {
            login(found, open.keypad(), pin);
            Optional<TokenSight.Handled> key = search.privateKey(found, failures);
            if (key.isEmpty()) {
                return failures.isEmpty() ? new Answer.KeyGone() : failures.getFirst();
            }
            boolean pinEachTime = key.get().object().pinEachTime();
            TokenSession session = new TokenSession(
                    open.key(),
                    found,
                    key.get().handle(),
                    new TokenSession.Demand(pinEachTime, open.keypad(), open.keepPin()));
            session.keep(pin);
            sessions.put(open.session(), session);
            kept = true;
            return new Answer.Opened(pinEachTime);
        } finally {
            if (!kept) {
                // With a token's last session its login ends (PKCS#11 v3.0, §5.6.4 C_CloseSession).
                cryptoki.leave(found.handle());
            }
        }
    }

    private void login(Found found, boolean keypad, char[] pin) throws CryptokiFailure {
        boolean needed = (found.flags() & PKCS11Constants.CKF_LOGIN_REQUIRED) != 0;
        if (!needed || (pin.length == 0 && !keypad)) {
            return;
        }
        if (cryptoki.loggedIn(found.handle()) && nobodyUses(found.slot())) {
            // Left over from a session that broke: this PIN shall be checked, not an earlier one believed.
            cryptoki.logout(found.handle());
        }
        cryptoki.login(found.handle(), keypad ? Optional.empty() : Optional.of(pin));
    }

    private boolean nobodyUses(long slot) {
        return sessions.values().stream().noneMatch(each -> each.slot() == slot);
    }

    Answer sign(Question.Sign sign) throws CryptokiFailure {
        char[] given = TokenSession.octets(sign.pin());
        TokenSession session = sessions.get(sign.session());
        try {
            if (session == null) {
                return new Answer.Failed("C_Sign", PKCS11Constants.CKR_SESSION_HANDLE_INVALID);
            }
            if (session.broken() && !renewed(session)) {
                return new Answer.TokenGone();
            }
            if (given.length > 0) {
                session.keep(given);
            }
            return session.lacksPin() ? new Answer.PinNeeded() : new Answer.Signed(sign(session, sign));
        } finally {
            Arrays.fill(given, '\0');
        }
    }

    private byte[] sign(TokenSession session, Question.Sign sign) throws CryptokiFailure {
        Optional<char[]> pin = session.takePin();
        try {
            byte[] value = sign(session, sign, pin);
            pin.ifPresent(session::succeeded);
            return value;
        } catch (CryptokiFailure e) {
            // The card may be gone, and no driver likes to be asked anything then: the answer goes out first.
            session.breakOff();
            throw e;
        } finally {
            pin.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }

    private byte[] sign(TokenSession session, Question.Sign sign, Optional<char[]> pin) throws CryptokiFailure {
        cryptoki.signInit(session.handle(), sign.algorithm(), session.key());
        if (session.pinEachTime()) {
            cryptoki.loginForThisSignature(session.handle(), pin);
        }
        return cryptoki.sign(session.handle(), sign.data());
    }

    /**
     * A signature that broke off stays begun in its session; the login outlives it as long as another is open. Another card
     * may be in the slot by now: the fresh session is one with the same certificate, or there is none.
     */
    private boolean renewed(TokenSession session) throws CryptokiFailure {
        Optional<Found> again = search.find(session.credential(), session.slot(), new ArrayList<>());
        if (again.isPresent()) {
            cryptoki.leave(session.handle());
            session.continueIn(again.get().handle());
        }
        return again.isPresent();
    }

    /** Each of the two ends the login; only where neither works somebody may still be logged in. */
    Answer close(long number) {
        TokenSession session = sessions.remove(number);
        if (session == null) {
            return new Answer.Done();
        }
        session.wipe();
        boolean ended = !nobodyUses(session.slot()) || loggedOut(session);
        try {
            cryptoki.close(session.handle());
        } catch (CryptokiFailure e) {
            return ended ? new Answer.Done() : e.answer();
        }
        return new Answer.Done();
    }

    private boolean loggedOut(TokenSession session) {
        try {
            cryptoki.logout(session.handle());
            return true;
        } catch (CryptokiFailure e) {
            return false;
        }
    }

    /** At the end of the process. */
    void wipe() {
        sessions.values().forEach(TokenSession::wipe);
    }
}
