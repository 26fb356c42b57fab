// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.card.host.Question;
import cat.segell.card.host.SeenObject;
import cat.segell.card.host.SeenObject.Kind;
import cat.segell.document.DigestAlgorithm;
import iaik.pkcs.pkcs11.wrapper.CK_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Answers questions with a loaded module, in the child process, always on the same thread. */
final class Module {

    private final Cryptoki cryptoki;
    private final TokenSight sight;
    private final Map<Long, TokenSession> sessions = new HashMap<>();

    Module(Cryptoki cryptoki) {
        this.cryptoki = cryptoki;
        sight = new TokenSight(cryptoki);
    }

    Answer answer(Question question) {
        try {
            return switch (question) {
                case Question.Look _ -> sight.all();
                case Question.About _ -> about();
                case Question.Open open -> open(open);
                case Question.Sign sign -> sign(sign);
                case Question.Close(long session) -> close(session);
            };
        } catch (CryptokiFailure e) {
            return e.answer();
        }
    }

    private Answer about() throws CryptokiFailure {
        CK_INFO info = cryptoki.info();
        String version =
                Byte.toUnsignedInt(info.libraryVersion.major) + "." + Byte.toUnsignedInt(info.libraryVersion.minor);
        return new Answer.Is(TokenSight.text(info.manufacturerID), TokenSight.text(info.libraryDescription), version);
    }

    private Answer open(Question.Open open) throws CryptokiFailure {
        char[] pin = TokenSession.characters(open.pin());
        try {
            for (long slot : cryptoki.slotsWithToken()) {
                CK_TOKEN_INFO token = cryptoki.token(slot);
                if (TokenSight.initialised(token)
                        && TokenSight.text(token.serialNumber).equals(open.tokenSerial())) {
                    Optional<Answer> answer = open(open, slot, token.flags, pin);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                }
            }
            return new Answer.TokenGone();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** @return nothing where the token doesn't hold the certificate: then the PIN wasn't sent to it */
    private Optional<Answer> open(Question.Open open, long slot, long flags, char[] pin) throws CryptokiFailure {
        long handle = cryptoki.open(slot);
        boolean kept = false;
        try {
            Optional<SeenObject> certificate = certificate(handle, open);
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            boolean keypad = pin.length == 0 && (flags & PKCS11Constants.CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
            login(slot, handle, keypad, pin, flags);
            Optional<Long> key = privateKey(handle, certificate.get());
            if (key.isEmpty()) {
                cryptoki.logout(handle);
                return Optional.of(new Answer.KeyGone());
            }
            boolean pinEachTime = sight.wantsPinEachTime(handle, key.get());
            TokenSession session = new TokenSession(slot, handle, key.get(), pinEachTime, keypad);
            session.keep(pin);
            sessions.put(open.session(), session);
            kept = true;
            return Optional.of(new Answer.Opened());
        } finally {
            if (!kept) {
                cryptoki.close(handle);
            }
        }
    }

    private Optional<SeenObject> certificate(long handle, Question.Open open) throws CryptokiFailure {
        return sight.handled(handle, Kind.CERTIFICATE).stream()
                .map(TokenSight.Handled::object)
                .filter(each -> each.id().equals(open.keyId()))
                .filter(each -> DigestAlgorithm.SHA256.of(each.value()).hex().equals(open.certificateSha256()))
                .findFirst();
    }

    private void login(long slot, long handle, boolean keypad, char[] pin, long flags) throws CryptokiFailure {
        boolean needed = (flags & PKCS11Constants.CKF_LOGIN_REQUIRED) != 0;
        if (!needed || (pin.length == 0 && !keypad)) {
            return;
        }
        if (cryptoki.loggedIn(handle) && sessions.values().stream().noneMatch(each -> each.slot() == slot)) {
            // Left over from a session that broke: this PIN shall be checked, not an earlier one believed.
            cryptoki.logout(handle);
        }
        cryptoki.login(handle, keypad ? Optional.empty() : Optional.of(pin));
    }

    /** By CKA_ID, and where that is no help by the public part. */
    private Optional<Long> privateKey(long handle, SeenObject certificate) throws CryptokiFailure {
        List<TokenSight.Handled> keys = sight.handled(handle, Kind.PRIVATE_KEY);
        byte[] part = CertificatePart.of(certificate.value());
        List<TokenSight.Handled> same = keys.stream()
                .filter(each -> part.length > 0 && Arrays.equals(each.object().value(), part))
                .toList();
        List<TokenSight.Handled> named = keys.stream()
                .filter(each ->
                        !certificate.id().isEmpty() && each.object().id().equals(certificate.id()))
                .toList();
        // Renewed cards give several keys one CKA_ID: what is named and fits comes before what only does one of the
        // two.
        return Stream.of(
                        named.stream().filter(same::contains).toList(),
                        named.stream()
                                .filter(each -> each.object().value().length == 0)
                                .toList(),
                        same)
                .flatMap(List::stream)
                .map(TokenSight.Handled::handle)
                .findFirst();
    }

    private Answer sign(Question.Sign sign) throws CryptokiFailure {
        char[] given = TokenSession.characters(sign.pin());
        TokenSession session = sessions.get(sign.session());
        try {
            if (session == null) {
                return new Answer.Failed("C_Sign", PKCS11Constants.CKR_SESSION_HANDLE_INVALID);
            }
            if (session.broken()) {
                renew(session);
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
            pin.ifPresent(session::keep);
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
        cryptoki.signInit(session.handle(), sign.scheme(), sign.hash(), session.key());
        if (session.pinEachTime()) {
            cryptoki.loginForThisSignature(session.handle(), pin);
        }
        return cryptoki.sign(session.handle(), sign.data());
    }

    /** A signature that broke off stays begun in its session; the login outlives it as long as another is open. */
    private void renew(TokenSession session) throws CryptokiFailure {
        long old = session.handle();
        session.continueIn(cryptoki.open(session.slot()));
        cryptoki.close(old);
    }

    private Answer close(long number) throws CryptokiFailure {
        TokenSession session = sessions.remove(number);
        if (session != null) {
            session.wipe();
            boolean last = sessions.values().stream().noneMatch(each -> each.slot() == session.slot());
            try {
                if (last) {
                    cryptoki.logout(session.handle());
                }
            } finally {
                cryptoki.close(session.handle());
            }
        }
        return new Answer.Done();
    }

    /** At the end of the process. */
    void finish() throws CryptokiFailure {
        sessions.values().forEach(TokenSession::wipe);
        cryptoki.finish();
    }
}
