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
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A key on a token after its PIN was accepted: one login, one session, until it is closed. Where the driver fails in an
 * unclear way, its process is given up, and the login with it: the next signature asks the person again.
 */
final class Pkcs11Credential implements OpenCredential {

    private static final AtomicLong SESSIONS = new AtomicLong();
    private static final byte[] NO_PIN = new byte[0];

    private final Refind refind;
    private final Credential credential;
    private final PinEntry entry;
    private Optional<Login> login;

    private Pkcs11Credential(Refind refind, Credential credential, PinEntry entry, Login login) {
        this.refind = refind;
        this.credential = credential;
        this.entry = entry;
        this.login = Optional.of(login);
    }

    /** Looks for the token again. */
    @FunctionalInterface
    interface Refind {
        Place place() throws ProblemException;
    }

    /** @param token as it was seen just now */
    record Place(ModuleHost host, Pkcs11Token token) {
        Path module() {
            return host.module().named();
        }
    }

    /** @param process of the host, with which the session ends */
    private record Login(Place place, long session, long process) {}

    static Pkcs11Credential open(Refind refind, Credential credential, PinEntry entry) throws ProblemException {
        return new Pkcs11Credential(refind, credential, entry, login(refind.place(), credential, entry));
    }

    private static Login login(Place place, Credential credential, PinEntry entry) throws ProblemException {
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
                throw new ProblemException(refusal(reply.answer(), place, credential, ""));
            }
            entry.accepted(place.token().token());
            return new Login(place, session, reply.process());
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
        Login now = current();
        Answer answer = exchange(now, question(now, digest, NO_PIN));
        if (answer instanceof Answer.PinNeeded) {
            answer = signWithNewEntry(now, digest);
        }
        if (answer instanceof Answer.Signed(byte[] value)) {
            return digest.scheme() == SignatureScheme.ECDSA ? EcdsaForm.der(value, credential.certificate()) : value;
        }
        String attempt = digest.scheme() + " " + digest.digest().algorithm();
        throw new ProblemException(examined(refusal(answer, now.place(), credential, attempt), now));
    }

    private Login current() throws ProblemException {
        if (login.isEmpty()) {
            login = Optional.of(login(refind.place(), credential, entry));
        }
        return login.get();
    }

    /** Where nothing comes back, the process is gone, and the login with it. */
    private Answer exchange(Login now, Question question) throws ProblemException {
        try {
            return now.place().host().ask(question, now.process());
        } catch (ProblemException gone) {
            login = Optional.empty();
            throw gone;
        }
    }

    /** The last signature didn't succeed, so the PIN is gone, and the token's state may be another. */
    private Answer signWithNewEntry(Login now, DigestToSign digest) throws ProblemException {
        Place place = refind.place();
        byte[] pin = ask(place, credential, entry);
        try {
            Answer answer = exchange(now, question(now, digest, pin));
            if (answer instanceof Answer.Signed) {
                entry.accepted(place.token().token());
            }
            return answer;
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private static Question question(Login login, DigestToSign digest, byte[] pin) {
        byte[] data = digest.scheme() == SignatureScheme.RSA_PKCS1
                ? digest.digestInfo()
                : digest.digest().value();
        return new Question.Sign(
                login.session(), digest.scheme(), digest.digest().algorithm(), data, pin);
    }

    private static Problem refusal(Answer answer, Place place, Credential credential, String attempt) {
        String label = credential.token().label();
        return switch (answer) {
            case Answer.Failed failed -> CkrProblem.of(failed, place.module(), label, attempt);
            case Answer.TokenGone() -> new TokenRemoved(label);
            case Answer.KeyGone() -> new CertWithoutKey(credential.key());
            case Answer.NotAModule() -> new DriverInvalid(place.module());
            case Answer.Seen _, Answer.Is _, Answer.Opened _, Answer.Signed _, Answer.Done _, Answer.PinNeeded _ ->
                new DriverCrashed(place.module());
        };
    }

    /**
     * A driver whose card was taken out says anything, and may hang when it is asked next: a new process says whether the
     * token is there. After a clear answer the session goes on.
     */
    private Problem examined(Problem problem, Login now) {
        if (!(problem instanceof DriverFailed) && !(problem instanceof TokenRemoved)) {
            return problem;
        }
        login = Optional.empty();
        now.place().host().abandon();
        return removed() ? new TokenRemoved(credential.token().label()) : problem;
    }

    private boolean removed() {
        try {
            var _ = refind.place();
            return false;
        } catch (ProblemException e) {
            return e.problem() instanceof TokenRemoved;
        }
    }

    @Override
    public void close() {
        try {
            if (login.isPresent()) {
                exchange(login.get(), new Question.Close(login.get().session()));
            }
        } catch (ProblemException goneAnyway) {
            // With the process its sessions are gone, and the login with them.
        }
    }
}
