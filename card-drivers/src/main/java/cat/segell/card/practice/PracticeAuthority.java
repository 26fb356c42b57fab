// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The practice certificate authorities of one home, with all that they ever issued: made when first needed, again when
 * expired. Each card has its own, since no authority's key outlives the making of its card: so cards that a later version
 * brings leave the older ones as they are.
 */
public final class PracticeAuthority {

    private final Path root;
    private final PracticeModel model;
    private final PracticeFolder folder;
    private final Clock clock;

    /** @param folder {@code practice} in the home */
    public PracticeAuthority(Path folder) {
        this(folder, Clock.systemUTC());
    }

    PracticeAuthority(Path folder, Clock clock) {
        this(folder, PracticeModel.PLAIN, clock);
    }

    private PracticeAuthority(Path root, PracticeModel model, Clock clock) {
        this.root = root;
        this.model = model;
        this.folder = new PracticeFolder(model == PracticeModel.PLAIN ? root : root.resolve(model.word()));
        this.clock = clock;
    }

    /** The one behind another card. */
    PracticeAuthority of(PracticeModel card) {
        return new PracticeAuthority(root, card, clock);
    }

    /** The one behind {@code practice:} and the practice time-stamps. */
    public X509Certificate caCertificate() throws ProblemException {
        return set().authority();
    }

    /** The anchors of {@code --trust practice:}: this one, those of the cards that exist, and those that were replaced. */
    public List<X509Certificate> anchors() throws ProblemException {
        List<X509Certificate> anchors = new ArrayList<>(List.of(caCertificate()));
        for (PracticeModel card : PracticeModel.values()) {
            PracticeAuthority each = of(card);
            each.present().map(PracticeSet::authority).ifPresent(anchors::add);
            for (Path earlier : each.folder().earlier()) {
                anchors.add(PracticeSet.certificate(earlier));
            }
        }
        return anchors.stream().distinct().toList();
    }

    PracticeModel model() {
        return model;
    }

    PracticeFolder folder() {
        return folder;
    }

    /** What is there already and still to be used: looking never makes a card. */
    Optional<PracticeSet> present() throws ProblemException {
        if (!PracticeSet.exists(folder.set())) {
            return Optional.empty();
        }
        PracticeSet set = PracticeSet.read(folder.set());
        return set.due(model, clock.instant()) ? Optional.empty() : Optional.of(set);
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
        folder.replace(made -> PracticeSet.write(made, model, clock.instant()));
        return PracticeSet.read(folder.set());
    }
}
