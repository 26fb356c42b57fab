// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.Pin;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.Problem;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.pinchange.NewPinQuestion.Entered;
import cat.segell.ui.pinchange.PinChangeStage.Asking;
import cat.segell.ui.pinchange.PinChangeStage.Done;
import cat.segell.ui.pinchange.PinChangeStage.Failed;
import cat.segell.ui.pinchange.PinChangeStage.Idle;
import cat.segell.ui.pinchange.PinChangeStage.Looking;
import cat.segell.ui.pinchange.PinChangeStage.OnReader;
import cat.segell.ui.system.SlowWork;
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

    /** Whether the card has been asked: what was typed here isn't called back, and only the wait for a reader can be ended. */
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
                            new PinChangeRun(pins, new AtWindow(this, job)).untilDone(job.with(), card);
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

    /** The person doesn't want to. What was typed here and is on its way isn't called back; a reader may wait for ever. */
    public void cancel() {
        switch (stage.get()) {
            case Asking(PinChangeJob _, NewPinQuestion question) -> {
                if (!sending.get()) {
                    question.cancel();
                }
            }
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
            ended(new Failed(job, ofASeenCard(job, problem)));
        }
    }

    /** This card was there when the signer was found: where nothing answers to its key now, somebody has taken it out. */
    private static Problem ofASeenCard(PinChangeJob job, Problem problem) {
        return problem instanceof KeyNotFound
                ? new TokenRemoved(job.signer().credential().token().label())
                : problem;
    }

    /** What the worker tells, on the window's thread. */
    private record AtWindow(PinChangeModel model, PinChangeJob job) implements PinChangeRun.Person {

        @Override
        public boolean gone() {
            return model.withdrawn;
        }

        @Override
        public void asked(NewPinQuestion question) {
            model.ui.execute(() -> model.ended(new Asking(job, question)));
        }

        @Override
        public void sentToReader(PadQuestion question) {
            model.ui.execute(() -> model.ended(new OnReader(job, question)));
        }

        @Override
        public void agreed() {
            model.ui.execute(() -> model.sending.set(true));
        }
    }
}
