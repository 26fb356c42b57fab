// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.card.host.Question;
import cat.segell.card.host.SeenObject;
import cat.segell.card.host.SeenObject.Kind;
import cat.segell.credential.CredentialId;
import cat.segell.document.DigestAlgorithm;
import iaik.pkcs.pkcs11.wrapper.CK_INFO;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.util.ArrayList;
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
    private final TokenPins pins;
    private final Map<Long, TokenSession> sessions = new HashMap<>();

    Module(Cryptoki cryptoki) {
        this.cryptoki = cryptoki;
        sight = new TokenSight(cryptoki);
        pins = new TokenPins(cryptoki);
    }

    Answer answer(Question question) {
        try {
            return switch (question) {
                case Question.Load _ -> new Answer.Done();
                case Question.Where _ -> throw new IllegalArgumentException("never reaches the module");
                case Question.Look _ -> sight.all();
                case Question.About _ -> about();
                case Question.Open open -> open(open);
                case Question.Sign sign -> sign(sign);
                case Question.Close(long session) -> close(session);
                case Question.ChangePin change -> pins.change(change);
                case Question.Unblock unblock -> pins.unblock(unblock);
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
        char[] pin = TokenSession.octets(open.pin());
        List<Answer.Failed> failures = new ArrayList<>();
        try {
            Optional<Found> found = find(open.key(), failures);
            if (found.isPresent()) {
                return open(open, found.get(), pin);
            }
            return failures.isEmpty() ? new Answer.TokenGone() : failures.getFirst();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** A token that holds the wanted certificate, and a session on it. */
    private record Found(long slot, long handle, long flags, SeenObject certificate) {}

    /** Tokens may share a serial number, too: the certificate decides. */
    private Optional<Found> find(CredentialId key, List<Answer.Failed> failures) throws CryptokiFailure {
        for (long slot : cryptoki.slotsWithToken()) {
            try {
                Optional<Found> found = find(key, slot, failures);
                if (found.isPresent()) {
                    return found;
                }
            } catch (CryptokiFailure e) {
                failures.add(e.answer());
            }
        }
        return Optional.empty();
    }

    private Optional<Found> find(CredentialId key, long slot, List<Answer.Failed> failures) throws CryptokiFailure {
        CK_TOKEN_INFO token = cryptoki.token(slot);
        if (!TokenSight.initialised(token)
                || !TokenSight.text(token.serialNumber).equals(key.tokenSerial())) {
            return Optional.empty();
        }
        long handle = cryptoki.open(slot);
        Optional<SeenObject> certificate = Optional.empty();
        try {
            certificate = sight.handled(handle, Kind.CERTIFICATE, failures).stream()
                    .map(TokenSight.Handled::object)
                    .filter(each -> each.id().equals(key.keyId()))
                    .filter(each ->
                            DigestAlgorithm.SHA256.of(each.value()).hex().equals(key.certificateSha256()))
                    .findFirst();
        } finally {
            if (certificate.isEmpty()) {
                cryptoki.leave(handle);
            }
        }
        return certificate.map(seen -> new Found(slot, handle, token.flags, seen));
    }

    private Answer open(Question.Open open, Found found, char[] pin) throws CryptokiFailure {
        boolean kept = false;
        List<Answer.Failed> failures = new ArrayList<>();
        try {
            login(found, open.keypad(), pin);
            Optional<TokenSight.Handled> key = privateKey(found, failures);
            if (key.isEmpty()) {
                return failures.isEmpty() ? new Answer.KeyGone() : failures.getFirst();
            }
            boolean pinEachTime = key.get().object().pinEachTime();
            TokenSession session = new TokenSession(
                    found.slot(),
                    found.handle(),
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

    /** By CKA_ID, and where that is no help by the public part. */
    private Optional<TokenSight.Handled> privateKey(Found found, List<Answer.Failed> failures) throws CryptokiFailure {
        SeenObject certificate = found.certificate();
        List<TokenSight.Handled> keys = sight.handled(found.handle(), Kind.PRIVATE_KEY, failures);
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
                .findFirst();
    }

    private Answer sign(Question.Sign sign) throws CryptokiFailure {
        char[] given = TokenSession.octets(sign.pin());
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

    /** A signature that broke off stays begun in its session; the login outlives it as long as another is open. */
    private void renew(TokenSession session) throws CryptokiFailure {
        long old = session.handle();
        session.continueIn(cryptoki.open(session.slot()));
        cryptoki.leave(old);
    }

    /** Each of the two ends the login; only where neither works somebody may still be logged in. */
    private Answer close(long number) {
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
    void finish() throws CryptokiFailure {
        sessions.values().forEach(TokenSession::wipe);
        cryptoki.finish();
    }
}
