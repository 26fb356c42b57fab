// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.KnownDrivers;
import cat.segell.app.TriedDriver;
import cat.segell.app.keys.ExpiryNotices;
import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.keys.LastSigner;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.Pause;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.batch.journal.Resumption;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.practice.PracticeCard;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.PinEntry;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Sign screen's desk over the real parts. */
public final class BatchDesk implements SignDesk {

    /** The batch that signs with real or with practice means; settings may be such that there is none. */
    public interface Batches {
        default SignBatch of(BatchRequest request) throws ProblemException {
            return of(request, Optional.empty());
        }

        /** @param asked who was asked for what is signed already; absent to ask those that are set */
        SignBatch of(BatchRequest request, Optional<AskedServices> asked) throws ProblemException;

        /** Of this home, also where it is written by others. */
        SqliteJournal journal();

        /** From now on authorities may be in a private network. */
        void allowPrivateNetwork();

        /** Whether an authority is set for real signatures; practice has its own. */
        boolean timestamps();
    }

    /**
     * Where keys come from.
     *
     * @param look at all of them
     */
    public record Keys(CredentialSource all, Supplier<KeysAtHand> look, PracticeCard practice) {}

    /**
     * What is known of the keys' cards, and can be done about them.
     *
     * @param routes of their issuers
     * @param last who signed with one of them
     * @param expiry what was told of their end
     */
    public record Cards(
            IssuerRoutes routes, PinChange pins, KnownDrivers drivers, LastSigner last, ExpiryNotices expiry) {}

    private static final Logger LOG = LoggerFactory.getLogger(BatchDesk.class);

    private final DocumentList documents;
    private final SignersAtHand signers;
    private final Cards cards;
    private final Batches batches;
    private volatile Optional<String> last = Optional.empty();

    /** @param home where private copies are kept while they are needed */
    public BatchDesk(Keys keys, Cards cards, Batches batches, Path home, InstantSource clock) {
        this.documents = new DocumentList(home);
        this.signers = new SignersAtHand(keys, cards, batches::timestamps, clock);
        this.cards = cards;
        this.batches = batches;
    }

    @Override
    public void find(List<Path> named, Consumer<FoundDocument> each) {
        documents.find(named, each);
    }

    @Override
    public SignerList signers() {
        return signers.list();
    }

    @Override
    public void told(StandingNotice notice) {
        signers.told(notice);
    }

    @Override
    public List<SignerOption> inKeyFile(Path file, PinEntry entry) throws ProblemException {
        return signers.inKeyFile(file, entry);
    }

    @Override
    public SignerOption practice() throws ProblemException {
        return signers.practice();
    }

    @Override
    public SignerOption unlockPractice() throws ProblemException {
        return signers.unlockPractice();
    }

    @Override
    public PinChange pins() {
        return cards.pins();
    }

    @Override
    public void allowPrivateNetwork() {
        batches.allowPrivateNetwork();
    }

    @Override
    public void sign(
            BatchRequest request, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        Optional<Resumption> rest = restOfLast(request);
        if (rest.isPresent()) {
            goOn(rest.get(), request, entry, pause, stop, events);
        } else {
            sign(batches.of(request), request, entry, pause, stop, events);
        }
    }

    private void sign(
            SignBatch batch,
            BatchRequest request,
            PinEntry entry,
            Pause pause,
            BooleanSupplier stop,
            Consumer<BatchEvent> events)
            throws ProblemException {
        last = Optional.of(new HeldBatch(batch.pausing(pause)).sign(request, entry, stop, events));
        signers.remember(request.credential());
    }

    private void goOn(
            Resumption rest,
            BatchRequest request,
            PinEntry entry,
            Pause pause,
            BooleanSupplier stop,
            Consumer<BatchEvent> events)
            throws ProblemException {
        try (rest) {
            AskedServices asked = rest.batch().order().services();
            SignBatch batch = batches.of(request, Optional.of(asked)).keeping(rest);
            sign(batch, request, entry, pause, stop, events);
        }
    }

    /** Whoever tries all that is left once more goes on with the same batch. Anything else is another one. */
    private Optional<Resumption> restOfLast(BatchRequest request) {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        try {
            Resumption rest = batches.journal().resume(last.get());
            if (rest.isOf(request)) {
                return Optional.of(rest);
            }
            rest.close();
        } catch (ProblemException done) {
            LOG.debug("another batch: {}", ProblemTrace.of(done));
        }
        return Optional.empty();
    }

    @Override
    public List<BrokenOff> brokenOff() throws ProblemException {
        return batches.journal().list().stream()
                .filter(batch -> batch.state() == JournaledBatch.State.PAUSED)
                .map(BrokenOff::of)
                .toList();
    }

    @Override
    public TakenUp takeUp(String batch, PinEntry entry) throws ProblemException {
        Resumption rest = batches.journal().resume(batch);
        Optional<TakenUp> taken = Optional.empty();
        try {
            SignerOption signer = signers.former(rest.batch().order(), entry);
            taken = Optional.of(new TakenUp(rest, signer, documents.begun(rest.left())));
            return taken.get();
        } finally {
            if (taken.isEmpty()) {
                rest.close();
            }
        }
    }

    @Override
    public void signRest(TakenUp rest, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        goOn(rest.resumption(), rest.request(), entry, pause, stop, events);
    }

    @Override
    public void forget(String batch) throws ProblemException {
        JournaledBatch _ = batches.journal().forget(batch);
    }

    @Override
    public DriverFile driver(Path module) throws ProblemException {
        return cards.drivers().driver(module);
    }

    @Override
    public void acceptDriver(DriverFile shown) throws ProblemException {
        cards.drivers().acceptDriver(shown);
    }

    @Override
    public TriedDriver tryDriver(Path module) throws ProblemException {
        return cards.drivers().tryDriver(cards.drivers().named(module));
    }

    @Override
    public void addDriver(TriedDriver tried) throws ProblemException {
        cards.drivers().add(tried);
    }
}
