// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.batch.BatchRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.ui.desk.FoundDocument;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.desk.TakenUp;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentsModel;
import cat.segell.ui.pinchange.PinChangeJob;
import cat.segell.ui.pinchange.PinChangeModel;
import cat.segell.ui.pinchange.PinChangeStage;
import cat.segell.ui.resume.ResumeModel;
import cat.segell.ui.run.BatchModel;
import cat.segell.ui.signer.DriverModel;
import cat.segell.ui.signer.KeyFileModel;
import cat.segell.ui.signer.SignersModel;
import cat.segell.ui.system.SlowWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Sign screen: which documents, who signs, how, and the batch. */
public final class SignViewModel {

    /** Where the slow work goes, each kind on its own thread. */
    public record Workers(Executor batch, Executor files, Executor cards, Executor ui) {}

    private final SigningOptions options;
    private final Runnable allowPrivateNetwork;
    private final DocumentsModel documents;
    private final SignersModel signers;
    private final KeyFileModel keyFile;
    private final BatchModel batch;
    private final CardsModel cards;
    private final PinChangeModel pinChange;
    private final DriverModel driver;
    private final ResumeModel resume;
    private final Executor batchWork;
    private boolean takenUp;
    private final ReadOnlyObjectWrapper<MainAction> action =
            new ReadOnlyObjectWrapper<>(this, "action", new MainAction.NothingToSign());

    /** @param preferences what is set, and what the administrator has locked */
    public SignViewModel(SignDesk desk, Workers workers, InstantSource clock, Preferences preferences) {
        this.options = new SigningOptions(preferences);
        this.allowPrivateNetwork = desk::allowPrivateNetwork;
        this.documents = new DocumentsModel(desk, workers.files(), workers.ui());
        this.signers = new SignersModel(desk, workers.cards(), workers.ui());
        this.keyFile = new KeyFileModel(desk, signers, workers.batch(), workers.ui());
        this.batch = new BatchModel(desk, workers.batch(), workers.ui(), clock);
        this.driver = new DriverModel(
                desk, signers, preferences.isLocked(Setting.PKCS11_MODULES), workers.cards(), workers.ui());
        this.batchWork = workers.batch();
        this.resume =
                new ResumeModel(desk, new SlowWork(workers.batch(), workers.ui()), keyFile.password(), this::goOn);
        batch.phase().addListener((_, _, now) -> ended(now));
        this.pinChange = new PinChangeModel(desk.pins(), workers.batch(), workers.ui());
        this.cards = new CardsModel(signers, batch, pinChange, clock);
        InvalidationListener changed = _ -> action.set(MainAction.now(documents, signers));
        documents.rows().addListener(changed);
        documents.reading().addListener(changed);
        signers.found().addListener(changed);
        signers.looking().addListener(changed);
        signers.chosen().addListener(changed);
        signers.chosen().addListener((_, _, now) -> options.recommend(now));
        InvalidationListener other = _ -> documents.fields().set(this::field);
        signers.chosen().addListener(other);
        options.inOwnField().addListener(other);
        options.visible().addListener(other);
        batch.refusal().addListener((_, _, why) -> why.ifPresent(this::changeFirst));
        pinChange.stage().addListener((_, _, now) -> signAgain(now));
    }

    /** The person's word that time-stamp authorities may be in a private network, until the window is closed. */
    public void allowPrivateNetwork() {
        allowPrivateNetwork.run();
    }

    /** A PIN that the card was delivered with signs nothing: the person is led to the change at once. */
    private void changeFirst(Problem why) {
        if (why instanceof PinProblem.PinToBeChanged) {
            batch.signer().ifPresent(signer -> changePin(signer, Secret.PIN, () -> {}));
        }
    }

    /**
     * Another PIN for a signer's card; then signing goes on.
     *
     * @param cancelled where the person doesn't want to any more
     */
    void changePin(SignerOption signer, Secret with, Runnable cancelled) {
        pinChange.begin(PinChangeJob.beforeSigning(signer, with, this::start, cancelled));
    }

    private void signAgain(PinChangeStage now) {
        if (now instanceof PinChangeStage.Done) {
            batch.dismissRefusal();
        }
    }

    /** Where nobody signs yet, it is nobody's. */
    private FieldChoice field(FoundDocument found) {
        return signers.chosen()
                .get()
                .map(signer -> FieldChoice.of(found.waiting(), signer.credential(), options.profile()))
                .orElseGet(() -> FieldChoice.untaken(found.waiting()));
    }

    /** How many documents have a field that waits for whoever would sign, wanted or not. */
    public int waiting() {
        return signers.chosen()
                .get()
                .map(signer -> (int) documents.signable().stream()
                        .filter(row -> FieldChoice.own(row.found().waiting(), signer.credential(), SignerClaims.NONE)
                                .isPresent())
                        .count())
                .orElse(0);
    }

    public SigningOptions options() {
        return options;
    }

    public DocumentsModel documents() {
        return documents;
    }

    public SignersModel signers() {
        return signers;
    }

    public KeyFileModel keyFile() {
        return keyFile;
    }

    public BatchModel batch() {
        return batch;
    }

    public CardsModel cards() {
        return cards;
    }

    /** Whose card the header speaks of: the chosen signer's, or the only one's that there is. */
    public Optional<SignerOption> card() {
        List<SignerOption> fit = signers.found().get().fit();
        return signers.chosen()
                .get()
                .or(() -> fit.size() == 1 ? Optional.of(fit.getFirst()) : Optional.empty())
                .filter(signer -> signer.card().isPresent());
    }

    /** Batches that were broken off. */
    public ResumeModel resume() {
        return resume;
    }

    private void goOn(TakenUp rest) {
        boolean free = !batch.busy()
                && documents.rows().isEmpty()
                && documents.reading().get() == 0;
        if (free) {
            takenUp = true;
            batch.goOn(rest, documents.show(rest.documents()));
        } else {
            // The person has begun something else meanwhile.
            batchWork.execute(rest::close);
            resume.look();
        }
    }

    /** Whoever left it at the PIN is offered it again: as a list it would become another batch. */
    private void ended(BatchModel.Phase now) {
        if (now == BatchModel.Phase.IDLE && takenUp) {
            documents.clear();
            resume.look();
        }
        takenUp &= batch.busy();
    }

    public DriverModel driver() {
        return driver;
    }

    public PinChangeModel pinChange() {
        return pinChange;
    }

    public ReadOnlyObjectProperty<MainAction> action() {
        return action.getReadOnlyProperty();
    }

    /** Whether the next batch would have no legal value. */
    public boolean practice() {
        return signers.chosen().get().filter(option -> !option.real()).isPresent();
    }

    /** Whether what is being signed has no legal value; while nothing is, whether the next batch would have none. */
    public boolean practiceNow() {
        return batch.busy() ? batch.practice() : practice();
    }

    /** Signs what can be signed; does nothing while something is missing. */
    public void start() {
        if (action.get() instanceof MainAction.Sign(int _, SignerOption signer) && !batch.busy()) {
            start(documents.signable(), signer);
        }
    }

    /**
     * Signs documents that failed once more, with the same key, or those that were left alone because it has signed them. Where
     * that isn't the key that is chosen now, or a document changed meanwhile, the person has to see it first: back to the list.
     */
    public void retry(List<DocumentRow> failed) {
        Optional<SignerOption> same = signers.chosen()
                .get()
                .filter(now -> batch.signer().filter(now::sameAs).isPresent());
        if (same.isEmpty() || failed.stream().anyMatch(DocumentRow::changed)) {
            backToUnsigned();
        } else if (!batch.busy()) {
            failed.forEach(DocumentRow::signAgain);
            start(failed, same.get());
        }
    }

    private void start(List<DocumentRow> rows, SignerOption signer) {
        var request = new BatchRequest(
                rows.stream().map(row -> row.found().document()).toList(),
                signer.credential(),
                options.profile(),
                options.output().get(),
                options.notarise().get(),
                false);
        batch.start(request, signer, rows);
    }

    /** After a batch: back to an empty list. */
    public void signMore() {
        if (batch.phase().get() == BatchModel.Phase.DONE) {
            batch.reset();
            documents.clear();
            resume.look();
        }
    }

    /** After a batch: back to what is not signed, where signer and options can be changed. */
    public void backToUnsigned() {
        if (batch.phase().get() == BatchModel.Phase.DONE) {
            documents.removeSigned();
            documents.readChangedAgain();
            batch.reset();
        }
    }
}
