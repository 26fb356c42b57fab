// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.diagnosis.Fact;
import cat.segell.diagnosis.Fact.ListTrouble;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.trust.list.LotlSigners;
import cat.segell.trust.list.TrustStatus;
import cat.segell.trust.list.TrustedLists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The European trusted lists of this home: whether they count, and how they get here. */
public final class ListWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListWiring.class);

    /** How often an open window asks whether a day has passed. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Preferences preferences;
    private final AppDirs dirs;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<TrustedLists> lists = Optional.empty();

    ListWiring(Start start) {
        this.preferences = start.preferences();
        this.dirs = start.dirs();
    }

    public boolean areOn() {
        return preferences.trustedLists();
    }

    /** @throws ProblemException {@code LIST-SIGNERS-BROKEN} */
    Optional<TrustedLists> believed() throws ProblemException {
        return areOn() ? Optional.of(lists()) : Optional.empty();
    }

    /**
     * How it stands with them, whether they count or not.
     *
     * @throws ProblemException {@code LIST-SIGNERS-BROKEN}
     */
    public TrustStatus status() throws ProblemException {
        return lists().status();
    }

    /**
     * Fetches them now.
     *
     * @throws ProblemException {@code SETTING-LOCKED} where the administrator has them off; {@code LIST-SIGNERS-BROKEN} or
     *     {@code HOME-UNWRITABLE}
     */
    public TrustStatus update(boolean privateNetwork) throws ProblemException {
        if (!areOn() && preferences.isLocked(Setting.TRUSTED_LISTS)) {
            throw new ProblemException(new SettingLocked(Setting.TRUSTED_LISTS.key()));
        }
        return lists().update(privateNetwork, preferences.proxies());
    }

    /**
     * While a person works, until this is closed: once a day, and only where they are on. What goes wrong is told by the status and
     * by the doctor.
     */
    public void refreshInBackground() {
        if (areOn()) {
            Thread.ofPlatform().daemon().name("fetches trusted lists").start(this::refreshUntilClosed);
        }
    }

    private void refreshUntilClosed() {
        try {
            do {
                refresh();
            } while (!closed.await(LOOK_AGAIN.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            if (lists().isDue()) {
                lists().update(false, preferences.proxies());
            }
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
        }
    }

    /** For the doctor: nothing where they are off. */
    List<Fact> look() {
        if (!areOn()) {
            return List.of();
        }
        try {
            return status().problems().stream().<Fact>map(ListTrouble::new).toList();
        } catch (ProblemException e) {
            return List.of(new ListTrouble(e.problem()));
        }
    }

    private synchronized TrustedLists lists() throws ProblemException {
        if (lists.isEmpty()) {
            lists = Optional.of(new TrustedLists(
                    signers(), preferences.trustedListCountries(), dirs.trustedLists(), InstantSource.system()));
        }
        return lists.get();
    }

    /** What is set; else what lies in the home, where the person may add to what is believed; else what came with the program. */
    private LotlSigners signers() throws ProblemException {
        Optional<Path> set = preferences.trustedListSigners();
        if (set.isPresent()) {
            return LotlSigners.read(set.get());
        }
        boolean own = !preferences.isLocked(Setting.TRUST) && !preferences.isLocked(Setting.TRUSTED_LIST_SIGNERS);
        return own && Files.exists(dirs.listSigners()) ? LotlSigners.read(dirs.listSigners()) : LotlSigners.shipped();
    }

    /** Nothing is fetched any more for an open window. */
    @Override
    public void close() {
        closed.countDown();
    }
}
