// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Cancellation;
import cat.segell.card.pkcs11.Keyholder.Login;
import cat.segell.card.pkcs11.Keyholder.Place;
import cat.segell.card.pkcs11.Keyholder.Refind;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinUse;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.problem.KeyProblem.DriverCodeUnknown;
import cat.segell.problem.KeyProblem.DriverFailed;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenLoggedOut;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/**
 * A key on a token after its PIN was accepted: one login, one session, until it is closed. Where the driver fails in an
 * unclear way, its process is given up, and the login with it: the next signature asks the person again.
 */
final class Pkcs11Credential implements OpenCredential {

    private final Keyholder keyholder;
    private Optional<Login> login;

    private Pkcs11Credential(Keyholder keyholder, Login login) {
        this.keyholder = keyholder;
        this.login = Optional.of(login);
    }

    static Pkcs11Credential open(Refind refind, PinUses uses, Credential credential, PinEntry entry)
            throws ProblemException {
        Keyholder keyholder = new Keyholder(refind, uses, credential, entry);
        return new Pkcs11Credential(keyholder, keyholder.login());
    }

    @Override
    public Credential credential() {
        return keyholder.credential();
    }

    @Override
    public PinUse pinUse() {
        return login.map(Login::use).orElse(PinUse.UNKNOWN);
    }

    @Override
    public byte[] sign(DigestToSign digest) throws ProblemException {
        Login now = current();
        Answer answer = now.typedEachTime() ? new Answer.PinNeeded() : exchange(now, digest, Pkcs11Pin.none());
        if (answer instanceof Answer.PinNeeded) {
            answer = signWithNewEntry(now, digest);
        }
        if (answer instanceof Answer.Signed(byte[] value)) {
            return digest.scheme() == SignatureScheme.ECDSA
                    ? EcdsaForm.der(value, credential().certificate())
                    : value;
        }
        String attempt = digest.scheme() + " " + digest.digest().algorithm();
        Problem refusal = Keyholder.refusal(answer, now.place(), credential(), attempt);
        throw new ProblemException(keyholder.counted(examined(refusal, now)));
    }

    private Login current() throws ProblemException {
        if (login.isEmpty()) {
            login = Optional.of(keyholder.login());
        }
        return login.get();
    }

    /** Where nothing comes back, the process is gone, and the login with it. */
    private Answer exchange(Login now, DigestToSign digest, Pkcs11Pin pin) throws ProblemException {
        try {
            return now.place().host().ask(question(now, digest, pin), now.process(), pin.cancellation());
        } catch (ProblemException silence) {
            login = Optional.empty();
            throw now.place().why(silence);
        }
    }

    /** No PIN is kept that was accepted just before, and the token's state may be another than at the login. */
    private Answer signWithNewEntry(Login now, DigestToSign digest) throws ProblemException {
        Place place = keyholder.refind().place();
        PinRequest request = place.request(credential(), now.use());
        try (Pkcs11Pin pin = Pkcs11Pin.ask(place.token(), request, keyholder.entry())) {
            Answer answer = exchange(now, digest, pin);
            if (answer instanceof Answer.Signed) {
                keyholder.entry().accepted(place.token().token());
            }
            return answer;
        }
    }

    private static Question question(Login login, DigestToSign digest, Pkcs11Pin pin) {
        byte[] data = digest.scheme() == SignatureScheme.RSA_PKCS1
                ? digest.digestInfo()
                : digest.digest().value();
        SignatureAlgorithm algorithm =
                new SignatureAlgorithm(digest.scheme(), digest.digest().algorithm());
        return new Question.Sign(login.session(), algorithm, data, pin.bytes(), pin.keypad());
    }

    /**
     * A driver whose card was taken out says anything, and may hang when it is asked next: a new process says whether the
     * token is there. After a clear answer the session goes on.
     */
    private Problem examined(Problem problem, Login now) {
        boolean unclear = problem instanceof DriverFailed
                || problem instanceof DriverCodeUnknown
                || problem instanceof TokenLoggedOut
                || problem instanceof TokenRemoved;
        if (!unclear) {
            return problem;
        }
        login = Optional.empty();
        now.place().host().abandon();
        return now.place().gone().getAsBoolean()
                ? new TokenRemoved(credential().token().label())
                : missed().orElse(problem);
    }

    /** Why the token isn't there any more, where it isn't: it was taken out, or another kind of card lies in its place. */
    private Optional<Problem> missed() {
        try {
            var _ = keyholder.refind().place();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem()).filter(why -> why instanceof TokenRemoved || why instanceof TokenForeign);
        }
    }

    @Override
    public void close() {
        try {
            if (login.isPresent()) {
                Login now = login.get();
                now.place().host().ask(new Question.Close(now.session()), now.process(), new Cancellation());
            }
        } catch (ProblemException goneAnyway) {
            // With the process its sessions are gone, and the login with them.
        }
    }
}
