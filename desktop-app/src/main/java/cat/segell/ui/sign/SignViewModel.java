// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.batch.BatchRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.desk.SignerList;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentsModel;
import cat.segell.ui.pinchange.PinChangeJob;
import cat.segell.ui.pinchange.PinChangeModel;
import cat.segell.ui.pinchange.PinChangeStage;
import cat.segell.ui.run.BatchModel;
import cat.segell.ui.signer.DriverModel;
import cat.segell.ui.signer.KeyFileModel;
import cat.segell.ui.signer.SignersModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The Sign screen: which documents, who signs, how, and the batch. */
public final class SignViewModel {

    /** Where the slow work goes, each kind on its own thread. */
    public record Workers(Executor batch, Executor files, Executor cards, Executor ui) {}

    private final Preferences preferences;
    private final Runnable allowPrivateNetwork;
    private final DocumentsModel documents;
    private final SignersModel signers;
    private final KeyFileModel keyFile;
    private final BatchModel batch;
    private final CardsModel cards;
    private final PinChangeModel pinChange;
    private final DriverModel driver;
    private final ObjectProperty<Optional<Path>> output = new SimpleObjectProperty<>(this, "output", Optional.empty());
    private final BooleanProperty notarise = new SimpleBooleanProperty(this, "notarise");
    private final LevelModel level;
    private final ReadOnlyObjectWrapper<MainAction> action =
            new ReadOnlyObjectWrapper<>(this, "action", new MainAction.NothingToSign());

    /** @param preferences what is set, and what the administrator has locked */
    public SignViewModel(SignDesk desk, Workers workers, InstantSource clock, Preferences preferences) {
        this.preferences = preferences;
        this.allowPrivateNetwork = desk::allowPrivateNetwork;
        output.set(preferences.output());
        notarise.set(preferences.notarise());
        this.level = new LevelModel(preferences);
        this.documents = new DocumentsModel(desk, workers.files(), workers.ui());
        this.signers = new SignersModel(desk, workers.cards(), workers.ui());
        this.keyFile = new KeyFileModel(desk, signers, workers.batch(), workers.ui());
        this.batch = new BatchModel(desk, workers.batch(), workers.ui(), clock);
        this.cards = new CardsModel(signers, batch);
        this.driver = new DriverModel(desk, signers, workers.cards(), workers.ui());
        this.pinChange = new PinChangeModel(desk.pins(), workers.batch(), workers.ui());
        InvalidationListener changed = _ -> action.set(nextAction());
        documents.rows().addListener(changed);
        documents.reading().addListener(changed);
        signers.found().addListener(changed);
        signers.looking().addListener(changed);
        signers.chosen().addListener(changed);
        signers.chosen().addListener((_, _, now) -> level.recommend(now));
        batch.refusal().addListener((_, _, why) -> why.ifPresent(this::lookAtLocked));
        batch.pin().locked().addListener((_, _, why) -> why.ifPresent(this::lookAtLocked));
        pinChange.stage().addListener((_, _, now) -> lookAtChanged(now));
    }

    /** The person's word that time-stamp authorities may be in a private network, until the window is closed. */
    public void allowPrivateNetwork() {
        allowPrivateNetwork.run();
    }

    /** What was seen of a card before it locked isn't true any more. */
    private void lookAtLocked(Problem why) {
        if (why instanceof PinProblem.TokenLocked) {
            signers.lookAgain();
        }
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

    private void lookAtChanged(PinChangeStage now) {
        if (now instanceof PinChangeStage.Done) {
            batch.dismissRefusal();
        }
        if (now instanceof PinChangeStage.Done || now instanceof PinChangeStage.Failed) {
            signers.lookAgain();
        }
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

    public DriverModel driver() {
        return driver;
    }

    public PinChangeModel pinChange() {
        return pinChange;
    }

    /** Where signed files go; absent means beside each document. */
    public ObjectProperty<Optional<Path>> output() {
        return output;
    }

    /** Whether a receipt is made of each signed file. Off unless it is set, or the person switches it on. */
    public BooleanProperty notarise() {
        return notarise;
    }

    public ObjectProperty<SignatureLevel> level() {
        return level.level();
    }

    /** Whether the administrator decides this one. */
    public boolean isLocked(Setting setting) {
        return preferences.isLocked(setting);
    }

    /** Those that the chosen signer can reach, the best one first; a locked one alone, reachable or not. */
    public List<SignatureLevel> levels() {
        return level.reachable(signers.chosen().get());
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

    private MainAction nextAction() {
        int count = documents.signable().size();
        if (documents.reading().get() > 0) {
            return new MainAction.Reading();
        }
        if (count == 0) {
            return new MainAction.NothingToSign();
        }
        return signers.chosen()
                .get()
                .<MainAction>map(signer -> new MainAction.Sign(count, signer))
                .orElseGet(this::whoIsMissing);
    }

    private MainAction whoIsMissing() {
        SignerList found = signers.found().get();
        if (signers.looking().get()) {
            return new MainAction.LookingForSigners();
        }
        return found.fit().isEmpty()
                ? new MainAction.NobodySigns()
                : new MainAction.ChooseSigner(found.fit().size(), (int) found.organisations());
    }

    /** Signs what can be signed; does nothing while something is missing. */
    public void start() {
        if (action.get() instanceof MainAction.Sign(int _, SignerOption signer) && !batch.busy()) {
            start(documents.signable(), signer);
        }
    }

    /**
     * Signs the documents that failed once more, with the same key. Where that isn't the one that is chosen now, or a document
     * changed meanwhile, the person has to see it first: back to the list.
     */
    public void retry(List<DocumentRow> failed) {
        Optional<SignerOption> same = signers.chosen()
                .get()
                .filter(now -> batch.signer().filter(now::sameAs).isPresent());
        if (same.isEmpty() || failed.stream().anyMatch(DocumentRow::changed)) {
            backToUnsigned();
        } else if (!batch.busy()) {
            start(failed, same.get());
        }
    }

    private void start(List<DocumentRow> rows, SignerOption signer) {
        var request = new BatchRequest(
                rows.stream().map(row -> row.found().document()).toList(),
                signer.credential(),
                profile(),
                output.get(),
                notarise.get(),
                false);
        batch.start(request, signer, rows);
    }

    private SignatureProfile profile() {
        return new SignatureProfile(
                SignatureFormat.PADES,
                level.level().get(),
                preferences.requiresTimestamp(),
                preferences.digest(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** After a batch: back to an empty list. */
    public void signMore() {
        if (batch.phase().get() == BatchModel.Phase.DONE) {
            batch.reset();
            documents.clear();
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
