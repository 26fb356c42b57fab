// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.card.file.SoftwareKey;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.PinProblem.PasswordWrong;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** One practice card as it is now. */
record PracticeToken(PracticeAuthority authority, PracticeSet set) {

    /** How long somebody takes at the keys of a reader. */
    private static final Duration AT_THE_PAD = Duration.ofSeconds(2);

    List<Credential> credentials() throws ProblemException {
        return List.of(credential(PracticeProfile.SIGNATURE, ""), credential(PracticeProfile.AUTHENTICATION, ""));
    }

    /** @param fault as in the reference, with what introduces it; empty for none */
    Credential credential(PracticeProfile profile, String fault) throws ProblemException {
        CredentialId id = id(profile);
        X509Certificate certificate = set.certificate(profile);
        String key = profile == PracticeProfile.SIGNATURE ? model().reference() + fault : id.certificateSha256();
        return new Credential(id, key, certificate, List.of(set.authority()), token(), true);
    }

    private PracticeModel model() {
        return authority.model();
    }

    private CredentialId id(PracticeProfile profile) throws ProblemException {
        return CredentialId.of(set.certificate(profile), serial(), profile.keyId());
    }

    /** Another authority is another card. */
    private String serial() {
        return CredentialId.sha256(set.authority()).substring(0, 16);
    }

    private Token token() throws ProblemException {
        int left = left();
        boolean keypad = model() == PracticeModel.PIN_PAD;
        return new Token(
                model().label(),
                serial(),
                TryCounter.state(left),
                PinTries.counted(left, TryCounter.TRIES),
                keypad,
                new TokenPlace.Practice());
    }

    private int left() throws ProblemException {
        try {
            return set.counter().left();
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(set.folder()), e);
        }
    }

    /** Which of this card's keys a credential is, if any. */
    Optional<PracticeProfile> profile(Credential credential) throws ProblemException {
        for (PracticeProfile each : model().profiles()) {
            if (each != PracticeProfile.TIMESTAMPS && id(each).equals(credential.id())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    OpenCredential open(Credential credential, Optional<PracticeFault> fault, PinEntry entry, Pause pause)
            throws ProblemException {
        PracticeProfile profile =
                profile(credential).orElseThrow(() -> new ProblemException(new KeyNotFound(credential.key())));
        Token token = token();
        if (token.pin() == PinState.LOCKED) {
            throw new ProblemException(token.locked());
        }
        boolean refuses =
                fault.filter(each -> each.kind() == PracticeFault.Kind.REFUSED).isPresent();
        PinRequest request = new PinRequest(token, Optional.of(credential));
        try (Pin pin = token.keypad() ? atThePad(request, entry, pause) : entry.ask(request)) {
            PrivateKey key = authority.folder().locked(_ -> enter(profile, pin, refuses));
            entry.accepted(token);
            return new PracticeSession(new SoftwareKey(credential, key), model().perSignature(), fault, pause);
        }
    }

    /** Nothing is entered here: a person is told, and the reader's keys are pressed by themselves. */
    private static Pin atThePad(PinRequest request, PinEntry entry, Pause pause) throws ProblemException {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (PinEntry.Waiting _ = entry.onReader(request, () -> cancelled.set(true))) {
            pause.last(AT_THE_PAD);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinCancelled(), closing);
        }
        if (cancelled.get()) {
            throw new ProblemException(new PinCancelled());
        }
        return new Pin(PracticeCard.PIN.toCharArray());
    }

    /** Counts before it compares: whoever pulls the plug in between has lost a try, not won one. */
    private PrivateKey enter(PracticeProfile profile, Pin pin, boolean refuses) throws IOException, ProblemException {
        TryCounter counter = set.counter();
        int left = counter.left() - 1;
        if (left < 0) {
            throw new ProblemException(locked());
        }
        counter.set(left);
        try {
            PrivateKey key = refuses ? refuse() : set.key(profile, pin);
            counter.set(model().tries());
            return key;
        } catch (ProblemException e) {
            // What the card holds lies in a key file, which has a password: the PIN.
            if (!(e.problem() instanceof PinWrong || e.problem() instanceof PasswordWrong)) {
                throw e;
            }
            throw new ProblemException(
                    left == 0 ? locked() : new PinWrong(model().label(), OptionalInt.of(left), true), e);
        }
    }

    private TokenLocked locked() {
        return new TokenLocked(model().label(), true);
    }

    private PrivateKey refuse() throws ProblemException {
        throw new ProblemException(new PinWrong(model().label(), OptionalInt.empty(), true));
    }
}
