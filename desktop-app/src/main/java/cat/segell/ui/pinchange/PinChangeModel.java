// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.Pin;
import cat.segell.credential.PinUse;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.pinchange.NewPinQuestion.Entered;
import cat.segell.ui.pinchange.PinChangeStage.Asking;
import cat.segell.ui.pinchange.PinChangeStage.Done;
import cat.segell.ui.pinchange.PinChangeStage.Failed;
import cat.segell.ui.pinchange.PinChangeStage.Idle;
import cat.segell.ui.pinchange.PinChangeStage.Looking;
import cat.segell.ui.pinchange.PinChangeStage.OnReader;
import cat.segell.ui.system.SlowWork;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Another PIN for a card, from the first look at it to the end. Keeps no PIN; a refused one is never sent again. */
public final class PinChangeModel {

    private final PinChange pins;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<PinChangeStage> stage = new ReadOnlyObjectWrapper<>(this, "stage", new Idle());
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(this, "sending");

    private volatile boolean withdrawn;

    /** @param work where signing runs too: a card does one thing at a time */
    public PinChangeModel(PinChange pins, Executor work, Executor ui) {
        this.pins = pins;
        this.work = work;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<PinChangeStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Whether an answer is on its way to the card: what is begun there is not broken off. */
    public ReadOnlyBooleanProperty sending() {
        return sending.getReadOnlyProperty();
    }

    /** Nothing happens while another one is under way, or where the signer is on no card. */
    public void begin(PinChangeJob job) {
        if (!(stage.get() instanceof Idle) || job.signer().card().isEmpty()) {
            return;
        }
        withdrawn = false;
        stage.set(new Looking(job));
        TokenChoice card = job.signer().card().get();
        new SlowWork(work, ui)
                .run(
                        () -> {
                            untilDone(job, card);
                            return () -> ended(new Done(job));
                        },
                        problem -> failed(job, problem));
    }

    /**
     * @param present what allows the change; this model hands both on or closes them
     * @param fresh the new PIN
     */
    public void answer(Pin present, Pin fresh) {
        Entered entered = new Entered(present, fresh);
        if (stage.get() instanceof Asking(PinChangeJob _, NewPinQuestion question)) {
            sending.set(true);
            question.answer(entered);
        } else {
            entered.close();
        }
    }

    /** The person doesn't want to; nothing happens once an answer is on its way. */
    public void cancel() {
        if (sending.get()) {
            return;
        }
        switch (stage.get()) {
            case Asking(PinChangeJob _, NewPinQuestion question) -> question.cancel();
            case OnReader(PinChangeJob _, PadQuestion question) -> question.cancel();
            case Looking _ -> withdrawn = true;
            case Idle _, Done _, Failed _ -> {}
        }
    }

    /** The person has seen how it ended. */
    public void close() {
        switch (stage.get()) {
            case Done(PinChangeJob job) -> end(job.done());
            case Failed _ -> end(() -> {});
            case Idle _, Looking _, Asking _, OnReader _ -> {}
        }
    }

    private void end(Runnable then) {
        sending.set(false);
        stage.set(new Idle());
        then.run();
    }

    private void ended(PinChangeStage how) {
        sending.set(false);
        stage.set(how);
    }

    private void failed(PinChangeJob job, Problem problem) {
        if (problem instanceof PinCancelled) {
            end(job.cancelled());
        } else {
            ended(new Failed(job, problem));
        }
    }

    private void untilDone(PinChangeJob job, TokenChoice card) throws ProblemException {
        Optional<Problem> refusal = Optional.empty();
        while (true) {
            Entry entry = new Entry(job, refusal);
            try (entry) {
                change(job.with(), card, entry);
                return;
            } catch (ProblemException e) {
                if (!entry.typed() || !ofTheEntry(e.problem())) {
                    throw e;
                }
                refusal = Optional.of(e.problem());
            }
        }
    }

    private void change(Secret with, TokenChoice card, Entry entry) throws ProblemException {
        switch (with) {
            case PIN -> pins.change(card, entry);
            case PUK -> pins.unblock(card, entry);
        }
    }

    /** Whether the person may enter something else. */
    private static boolean ofTheEntry(Problem problem) {
        return problem instanceof PinChangeRefused
                || problem instanceof PukWrong
                || problem instanceof PinLength
                || problem instanceof PinFormat
                || problem instanceof NewPinLength
                || problem instanceof NewPinRefused;
    }

    /** For the worker of one attempt. */
    private final class Entry implements NewPinEntry, AutoCloseable {

        private final PinChangeJob job;
        private final Optional<Problem> refusal;
        private Optional<Entered> entered = Optional.empty();

        Entry(PinChangeJob job, Optional<Problem> refusal) {
            this.job = job;
            this.refusal = refusal;
        }

        @Override
        public Pin present(NewPinRequest request) throws ProblemException {
            demandWanted();
            NewPinQuestion question = new NewPinQuestion(request, refusal);
            ui.execute(() -> ended(new Asking(job, question)));
            Entered both = question.await();
            entered = Optional.of(both);
            return both.present();
        }

        @Override
        public Pin fresh(NewPinRequest request) {
            return entered.orElseThrow().fresh();
        }

        @Override
        public void onReader(NewPinRequest request) throws ProblemException {
            demandWanted();
            PadQuestion question = new PadQuestion(request.token(), PinUse.LOGIN, request.lastTry(), () -> {});
            ui.execute(() -> ended(new OnReader(job, question)));
            question.awaitConsent();
            ui.execute(() -> sending.set(true));
        }

        private void demandWanted() throws ProblemException {
            if (withdrawn) {
                throw new ProblemException(new PinCancelled());
            }
        }

        /** Whether it was typed here; on a reader nobody would know why it asks again. */
        boolean typed() {
            return entered.isPresent();
        }

        @Override
        public void close() {
            entered.ifPresent(Entered::close);
        }
    }
}
