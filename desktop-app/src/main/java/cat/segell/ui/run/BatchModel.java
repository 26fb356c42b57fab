// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinUse;
import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.desk.TakenUp;
import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.pin.Attempts;
import cat.segell.ui.pin.PinModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One batch from the PIN to the last result. */
public final class BatchModel {

    /** How far it is. */
    public enum Phase {
        IDLE,
        /** Whether the certificate may sign; its issuer may be asked. */
        CHECKING,
        /** The key is being opened; the person may be asked for the PIN. */
        OPENING,
        SIGNING,
        RECORDING,
        DONE
    }

    private final SignDesk desk;
    private final Executor work;
    private final Executor ui;
    private final InstantSource clock;
    private final Pace pace;
    private final PinModel pin;
    private final PauseModel pause;
    private final BatchRows rows;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
    private Optional<RevocationProblem> unchecked = Optional.empty();
    private PinUse pinUse = PinUse.UNKNOWN;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");
    private volatile boolean stop;
    private Optional<SignerOption> signer = Optional.empty();
    private List<String> fields = List.of();
    private Instant finished = Instant.EPOCH;

    public BatchModel(SignDesk desk, Executor work, Executor ui, InstantSource clock) {
        this.desk = desk;
        this.work = work;
        this.ui = ui;
        this.clock = clock;
        this.pace = new Pace(clock);
        this.pin = new PinModel(ui);
        this.pause = new PauseModel(pin, ui, () -> stop);
        this.rows = new BatchRows(clock);
        pause.waiting().addListener((_, _, now) -> paused(now.isPresent()));
    }

    public PinModel pin() {
        return pin;
    }

    /** Where the key broke in the midst of the batch, and somebody may put it right. */
    public PauseModel pause() {
        return pause;
    }

    private void paused(boolean waits) {
        if (waits) {
            pace.hold();
            rows.held();
        } else {
            pace.goOn();
        }
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Why the key could not be opened: nothing was signed. */
    public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Why it isn't known whether the signer's certificate was revoked, where that was asked in vain. */
    public Optional<RevocationProblem> unchecked() {
        return unchecked;
    }

    /** How often the signer's token wants its PIN for this batch: drivers tell it at the latest when the key is open. */
    public PinUse pinUse() {
        return pinUse;
    }

    /** How many documents have their result. */
    public ReadOnlyIntegerProperty ended() {
        return rows.ended();
    }

    /** How many are signed so far. */
    public int signed() {
        return rows.signed();
    }

    /** Whether it will stop after the document in work. */
    public ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** The documents of this batch, in its order. */
    public List<DocumentRow> rows() {
        return rows.list();
    }

    /** In which fields that waited for the signer its signatures will stand. */
    public List<String> fields() {
        return fields;
    }

    /** Who signs this batch, whoever is chosen for the next one. */
    public Optional<SignerOption> signer() {
        return signer;
    }

    /** Whether what this batch signs has no legal value. */
    public boolean practice() {
        return signer.filter(option -> !option.real()).isPresent();
    }

    public Instant finished() {
        return finished;
    }

    public boolean busy() {
        return phase.get() != Phase.IDLE && phase.get() != Phase.DONE;
    }

    /**
     * @param signer whose credential is the request's
     * @param rows of the request's documents, in their order
     */
    public void start(BatchRequest request, SignerOption signer, List<DocumentRow> rows) {
        begin(request, signer, rows, (entry, events) -> desk.sign(request, entry, pause, () -> stop, events));
    }

    /** @param rows of the documents that are left, in their order */
    public void goOn(TakenUp rest, List<DocumentRow> rows) {
        begin(
                rest.request(),
                rest.signer(),
                rows,
                (entry, events) -> desk.signRest(rest, entry, pause, () -> stop, events));
    }

    /** What the desk does, on the worker's thread. */
    @FunctionalInterface
    private interface Signing {
        void with(PinEntry entry, Consumer<BatchEvent> events) throws ProblemException;
    }

    private void begin(BatchRequest request, SignerOption signer, List<DocumentRow> rows, Signing signing) {
        this.rows.begin(rows);
        this.signer = Optional.of(signer);
        this.fields = rows.stream()
                .flatMap(row ->
                        FieldChoice.of(row.found().waiting(), request.credential(), request.profile()).taken().stream())
                .toList();
        stop = false;
        stopping.set(false);
        refusal.set(Optional.empty());
        unchecked = Optional.empty();
        pinUse = PinUse.UNKNOWN;
        phase.set(Phase.CHECKING);
        work.execute(() -> run(signing));
    }

    /** After the document in work; what is signed stays signed. */
    public void stopAfterThisDocument() {
        stop = true;
        stopping.set(true);
        pause.end();
    }

    public void dismissRefusal() {
        refusal.set(Optional.empty());
    }

    public void reset() {
        phase.set(Phase.IDLE);
        unchecked = Optional.empty();
        rows.clear();
        signer = Optional.empty();
    }

    private void run(Signing signing) {
        try {
            Attempts.until(pin, entry -> {
                signing.with(entry, event -> ui.execute(() -> on(event)));
                return signing;
            });
            ui.execute(this::done);
        } catch (ProblemException e) {
            ui.execute(() -> refused(e.problem()));
        } catch (RuntimeException | Error fault) {
            // The worker must not die silently: the person sees a code, the log gets the trace.
            ui.execute(() -> broken(InternalFault.of(fault)));
            throw fault;
        }
    }

    private void broken(InternalFault problem) {
        rows.broken(problem);
        refused(problem);
    }

    private void on(BatchEvent event) {
        switch (event) {
            case BatchEvent.Checked(RevocationState state) -> checked(state);
            case BatchEvent.Opened(PinUse use) -> opened(use);
            case BatchEvent.Signing(int index) -> rows.signing(index);
            case BatchEvent.Ended(int index, DocumentResult result) ->
                rows.ended(index, result, phase.get() == Phase.SIGNING);
            case BatchEvent.Recording _ -> phase.set(Phase.RECORDING);
        }
    }

    private void checked(RevocationState state) {
        unchecked = state instanceof NotKnown(RevocationProblem why) ? Optional.of(why) : Optional.empty();
        phase.set(Phase.OPENING);
    }

    private void opened(PinUse use) {
        pinUse = use;
        pin.close();
        pace.start();
        rows.waiting();
        phase.set(Phase.SIGNING);
    }

    private void done() {
        pin.close();
        finished = clock.instant();
        phase.set(Phase.DONE);
    }

    private void refused(Problem problem) {
        boolean asked = pin.question().get().isPresent();
        if (problem instanceof PinProblem.TokenLocked locked && asked) {
            pin.lock(locked);
        } else {
            pin.close();
            refusal.set(problem instanceof PinProblem.PinCancelled ? Optional.empty() : Optional.of(problem));
        }
        phase.set(Phase.IDLE);
    }

    /** How long the rest will take, once enough is done to tell. */
    public Optional<Duration> timeLeft() {
        return phase.get() == Phase.SIGNING
                ? pace.left(rows.ended().get(), rows.list().size())
                : Optional.empty();
    }
}
