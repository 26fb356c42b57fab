// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.card.host.ModuleHost;
import cat.segell.card.host.Question;
import cat.segell.credential.Credential;
import cat.segell.credential.DigestToSign;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.SignatureScheme;
import cat.segell.credential.Token;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A key on a token after its PIN was accepted: one login, one session, until it is closed. */
final class Pkcs11Credential implements OpenCredential {

    private static final AtomicLong SESSIONS = new AtomicLong();
    private static final byte[] NO_PIN = new byte[0];

    private final Place place;
    private final Credential credential;
    private final PinEntry entry;
    private final long session;
    private final long process;

    private Pkcs11Credential(Place place, Credential credential, PinEntry entry, long session, long process) {
        this.place = place;
        this.credential = credential;
        this.entry = entry;
        this.session = session;
        this.process = process;
    }

    /** Looks for the token again. */
    @FunctionalInterface
    interface Refind {
        Place place() throws ProblemException;
    }

    /** @param token as it was seen just now */
    record Place(ModuleHost host, Pkcs11Token token, Refind again) {
        Path module() {
            return host.module().named();
        }
    }

    static Pkcs11Credential open(Place place, Credential credential, PinEntry entry) throws ProblemException {
        long session = SESSIONS.incrementAndGet();
        byte[] pin = ask(place, credential, entry);
        try {
            ModuleHost.Reply reply = place.host()
                    .ask(new Question.Open(
                            session,
                            credential.id().tokenSerial(),
                            credential.id().certificateSha256(),
                            credential.id().keyId(),
                            pin));
            if (!(reply.answer() instanceof Answer.Opened)) {
                throw refusal(reply.answer(), place, credential, "");
            }
            entry.accepted(place.token().token());
            return new Pkcs11Credential(place, credential, entry, session, reply.process());
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    /** @return empty where nobody has to enter anything here; the caller wipes it */
    private static byte[] ask(Place place, Credential credential, PinEntry entry) throws ProblemException {
        Token token = place.token().token();
        return switch (token.pin()) {
            case LOCKED -> throw new ProblemException(new TokenLocked(token.label()));
            case NOT_SET -> throw new ProblemException(new PinNotSet(token.label()));
            case NOT_NEEDED -> NO_PIN;
            case PIN_PAD -> {
                entry.padWaits(new PinRequest(token, Optional.of(credential)));
                yield NO_PIN;
            }
            case READY, FEW_TRIES, FINAL_TRY -> {
                try (Pin pin = entry.ask(new PinRequest(token, Optional.of(credential)))) {
                    yield pin.utf8();
                }
            }
        };
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public byte[] sign(DigestToSign digest) throws ProblemException {
        Answer answer = place.host().ask(question(digest, NO_PIN), process);
        if (answer instanceof Answer.PinNeeded) {
            answer = signWithNewEntry(digest);
        }
        if (answer instanceof Answer.Signed(byte[] value)) {
            return digest.scheme() == SignatureScheme.ECDSA ? EcdsaForm.der(value, credential.certificate()) : value;
        }
        throw refusal(
                answer,
                place,
                credential,
                digest.scheme() + " " + digest.digest().algorithm());
    }

    /** The last signature didn't succeed, so the PIN is gone, and the token's state may be another. */
    private Answer signWithNewEntry(DigestToSign digest) throws ProblemException {
        Place now = place.again().place();
        byte[] pin = ask(now, credential, entry);
        try {
            Answer answer = place.host().ask(question(digest, pin), process);
            if (answer instanceof Answer.Signed) {
                entry.accepted(now.token().token());
            }
            return answer;
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private Question question(DigestToSign digest, byte[] pin) {
        byte[] data = digest.scheme() == SignatureScheme.RSA_PKCS1
                ? digest.digestInfo()
                : digest.digest().value();
        return new Question.Sign(session, digest.scheme(), digest.digest().algorithm(), data, pin);
    }

    private static ProblemException refusal(Answer answer, Place place, Credential credential, String attempt) {
        String label = credential.token().label();
        return new ProblemException(
                switch (answer) {
                    case Answer.Failed failed -> CkrProblem.of(failed, place.module(), label, attempt);
                    case Answer.TokenGone() -> new TokenRemoved(label);
                    case Answer.KeyGone() -> new CertWithoutKey(credential.key());
                    case Answer.NotAModule() -> new DriverInvalid(place.module());
                    case Answer.Seen _, Answer.Opened _, Answer.Signed _, Answer.Done _, Answer.PinNeeded _ ->
                        new DriverCrashed(place.module());
                });
    }

    @Override
    public void close() {
        try {
            place.host().ask(new Question.Close(session), process);
        } catch (ProblemException goneAnyway) {
            // With the process its sessions are gone, and the login with them.
        }
    }
}
