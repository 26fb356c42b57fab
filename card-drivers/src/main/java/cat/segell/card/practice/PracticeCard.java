// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.PracticeUnknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Simulated cards that behave as real ones do: a signature and an authentication certificate, a PIN with three tries that are
 * counted on the disk. Their credentials are listed once they exist, and used only when they are named.
 */
public final class PracticeCard implements CredentialSource {

    /** Known to everybody: it protects nothing. */
    public static final String PIN = "1234";

    /** The reference that names the plain card's signature key. */
    public static final String KEY = "practice:";

    private final PracticeAuthority authority;
    private final Pause pause;

    public PracticeCard(PracticeAuthority authority) {
        this(authority, Pause.REAL);
    }

    PracticeCard(PracticeAuthority authority, Pause pause) {
        this.authority = authority;
        this.pause = pause;
    }

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof PracticeKey;
    }

    @Override
    public Listing list() {
        List<Credential> credentials = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (PracticeModel model : PracticeModel.values()) {
            try {
                Optional<PracticeToken> token = present(model);
                if (token.isPresent()) {
                    credentials.addAll(token.get().credentials());
                }
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        return new Listing(credentials, List.of(), problems);
    }

    private Optional<PracticeToken> present(PracticeModel model) throws ProblemException {
        PracticeAuthority own = authority.of(model);
        return own.present().map(set -> new PracticeToken(own, set));
    }

    private PracticeToken made(PracticeModel model) throws ProblemException {
        PracticeAuthority own = authority.of(model);
        return new PracticeToken(own, own.set());
    }

    /**
     * The signature key of the card that is named; makes the card when there is none.
     *
     * @throws ProblemException also {@code PRACTICE-UNKNOWN}
     */
    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        if (!(reference instanceof PracticeKey key)) {
            throw new IllegalArgumentException("not a practice card: " + reference.getClass());
        }
        PracticeFault.parse(key.fault());
        String suffix = key.fault().map(word -> PracticeKey.FAULT + word).orElse("");
        return List.of(made(model(key)).credential(PracticeProfile.SIGNATURE, suffix));
    }

    /**
     * Makes the card where there is none.
     *
     * @throws ProblemException {@code PRACTICE-UNKNOWN}, or where the home can't be written to
     */
    public void make(PracticeKey key) throws ProblemException {
        PracticeToken _ = made(model(key));
    }

    /**
     * What the card is called, made or not.
     *
     * @throws ProblemException {@code PRACTICE-UNKNOWN}
     */
    public static String label(PracticeKey key) throws ProblemException {
        return model(key).label();
    }

    private static PracticeModel model(PracticeKey key) throws ProblemException {
        return PracticeModel.of(key.card())
                .orElseThrow(() -> new ProblemException(new PracticeUnknown(key.card(), PracticeModel.words())));
    }

    /** The invented mayor, who signs what shall already be signed; the card's PIN opens this key too. */
    public Credential mayor() throws ProblemException {
        return made(PracticeModel.PLAIN).credential(PracticeProfile.MAYOR, "");
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        Optional<String> fault =
                KeyReference.parse(credential.key()) instanceof PracticeKey named ? named.fault() : Optional.empty();
        return holding(credential).open(credential, PracticeFault.parse(fault), entry, pause);
    }

    /** A damaged card must not keep the others from being found. */
    private PracticeToken holding(Credential credential) throws ProblemException {
        Problem why = new KeyNotFound(credential.key());
        for (PracticeModel model : PracticeModel.values()) {
            try {
                Optional<PracticeToken> token = present(model);
                if (token.isPresent() && token.get().profile(credential).isPresent()) {
                    return token.get();
                }
            } catch (ProblemException damaged) {
                why = damaged.problem();
            }
        }
        throw new ProblemException(why);
    }

    /** Gives locked cards their tries back, and replaces damaged ones. The plain card is made if need be. */
    public void reset() throws ProblemException {
        for (PracticeModel model : PracticeModel.values()) {
            PracticeAuthority own = authority.of(model);
            if (model == PracticeModel.PLAIN || PracticeSet.exists(own.folder().set())) {
                own.folder().locked(_ -> reset(own));
            }
        }
    }

    private static PracticeSet reset(PracticeAuthority own) throws IOException, ProblemException {
        try {
            Optional<PracticeSet> set = own.present();
            if (set.isPresent()) {
                set.get().counter().set(own.model().tries());
                return set.get();
            }
            return own.make();
        } catch (ProblemException damaged) {
            return own.make();
        }
    }
}
