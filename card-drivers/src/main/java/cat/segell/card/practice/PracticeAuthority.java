// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/** The practice certificate authority of one home, with all that it ever issues: made when first needed, again when expired. */
public final class PracticeAuthority {

    private final PracticeFolder folder;
    private final Clock clock;

    /** @param folder {@code practice} in the home */
    public PracticeAuthority(Path folder) {
        this(folder, Clock.systemUTC());
    }

    PracticeAuthority(Path folder, Clock clock) {
        this.folder = new PracticeFolder(folder);
        this.clock = clock;
    }

    /** The anchor of {@code --trust practice:}. */
    public X509Certificate caCertificate() throws ProblemException {
        return set().authority();
    }

    PracticeFolder folder() {
        return folder;
    }

    /** What is there already and still valid: looking never makes a card. */
    Optional<PracticeSet> present() throws ProblemException {
        return PracticeSet.exists(folder.set())
                ? Optional.of(PracticeSet.read(folder.set())).filter(set -> !set.expired(clock.instant()))
                : Optional.empty();
    }

    PracticeSet set() throws ProblemException {
        Optional<PracticeSet> there = present();
        return there.isPresent() ? there.get() : folder.locked(_ -> madeByNow());
    }

    /** Another process may have been first. */
    private PracticeSet madeByNow() throws IOException, ProblemException {
        Optional<PracticeSet> there = present();
        return there.isPresent() ? there.get() : make();
    }

    /** Under the lock. */
    PracticeSet make() throws IOException, ProblemException {
        folder.replace(made -> PracticeSet.write(made, clock.instant()));
        return PracticeSet.read(folder.set());
    }
}
