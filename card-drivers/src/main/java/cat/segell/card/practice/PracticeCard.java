// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.card.file.SoftwareKey;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.KeyReference;
import cat.segell.credential.KeyReference.PracticeKey;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.Token;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A simulated card that behaves as a real one does: a signature and an authentication certificate, a PIN with three tries
 * that are counted on the disk. Its credentials are listed once it exists, and used only when they are named.
 */
public final class PracticeCard implements CredentialSource {

    /** Known to everybody: it protects nothing. */
    public static final String PIN = "1234";

    /** The reference that names the signature key. */
    public static final String KEY = "practice:";

    private static final String LABEL = "Segell Practice";

    private final PracticeAuthority authority;

    public PracticeCard(PracticeAuthority authority) {
        this.authority = authority;
    }

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof PracticeKey;
    }

    @Override
    public Listing list() {
        try {
            Optional<PracticeSet> set = authority.present();
            return set.isEmpty()
                    ? Listing.NOTHING
                    : new Listing(
                            List.of(
                                    credential(set.get(), PracticeProfile.SIGNATURE),
                                    credential(set.get(), PracticeProfile.AUTHENTICATION)),
                            List.of(),
                            List.of());
        } catch (ProblemException e) {
            return new Listing(List.of(), List.of(), List.of(e.problem()));
        }
    }

    /** The signature key; makes the card when there is none. */
    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        return List.of(credential(authority.set(), PracticeProfile.SIGNATURE));
    }

    /** The invented mayor, who signs what shall already be signed; the card's PIN opens this key too. */
    public Credential mayor() throws ProblemException {
        return credential(authority.set(), PracticeProfile.MAYOR);
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        PracticeSet set = authority.set();
        PracticeProfile profile = profile(set, credential);
        Token token = token(set);
        if (token.triesLeft().orElse(0) == 0) {
            throw new ProblemException(new TokenLocked(LABEL));
        }
        try (Pin pin = entry.ask(new PinRequest(token, Optional.of(credential)))) {
            PrivateKey key = authority.folder().locked(_ -> enter(set, profile, pin));
            entry.accepted(token);
            return new SoftwareKey(credential, key);
        }
    }

    /** Gives a locked card its tries back, and replaces a damaged one. */
    public void reset() throws ProblemException {
        authority.folder().locked(_ -> {
            try {
                Optional<PracticeSet> set = authority.present();
                if (set.isPresent()) {
                    set.get().counter().set(TryCounter.TRIES);
                    return set.get();
                }
                return authority.make();
            } catch (ProblemException damaged) {
                return authority.make();
            }
        });
    }

    /** Counts before it compares: whoever pulls the plug in between has lost a try, not won one. */
    private static PrivateKey enter(PracticeSet set, PracticeProfile profile, Pin pin)
            throws IOException, ProblemException {
        TryCounter counter = set.counter();
        int left = counter.left() - 1;
        if (left < 0) {
            throw new ProblemException(new TokenLocked(LABEL));
        }
        counter.set(left);
        try {
            PrivateKey key = set.key(profile, pin);
            counter.set(TryCounter.TRIES);
            return key;
        } catch (ProblemException e) {
            if (!(e.problem() instanceof PinWrong)) {
                throw e;
            }
            throw new ProblemException(
                    left == 0 ? new TokenLocked(LABEL) : new PinWrong(LABEL, OptionalInt.of(left)), e);
        }
    }

    private static PracticeProfile profile(PracticeSet set, Credential credential) throws ProblemException {
        for (PracticeProfile each : PracticeProfile.values()) {
            if (each != PracticeProfile.TIMESTAMPS && id(set, each).equals(credential.id())) {
                return each;
            }
        }
        throw new ProblemException(new KeyNotFound(credential.key()));
    }

    private static Credential credential(PracticeSet set, PracticeProfile profile) throws ProblemException {
        CredentialId id = id(set, profile);
        X509Certificate certificate = set.certificate(profile);
        String key = profile == PracticeProfile.SIGNATURE ? KEY : id.certificateSha256();
        return new Credential(id, key, certificate, List.of(set.authority()), token(set), true);
    }

    private static CredentialId id(PracticeSet set, PracticeProfile profile) throws ProblemException {
        return CredentialId.of(set.certificate(profile), serial(set), profile.keyId());
    }

    private static Token token(PracticeSet set) throws ProblemException {
        try {
            int left = set.counter().left();
            return new Token(LABEL, serial(set), TryCounter.state(left), OptionalInt.of(left));
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(set.folder()), e);
        }
    }

    /** Another authority is another card. */
    private static String serial(PracticeSet set) {
        return CredentialId.sha256(set.authority()).substring(0, 16);
    }
}
