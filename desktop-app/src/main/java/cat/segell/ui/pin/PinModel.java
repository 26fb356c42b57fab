// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The bridge between the worker that needs a PIN and the person who knows it. Keeps no PIN. */
public final class PinModel {

    private final Executor ui;
    private final ReadOnlyObjectWrapper<Optional<PinQuestion>> question =
            new ReadOnlyObjectWrapper<>(this, "question", Optional.empty());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final ReadOnlyObjectWrapper<Optional<PinProblem.TokenLocked>> locked =
            new ReadOnlyObjectWrapper<>(this, "locked", Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<PadQuestion>> pad =
            new ReadOnlyObjectWrapper<>(this, "pad", Optional.empty());

    public PinModel(Executor ui) {
        this.ui = ui;
    }

    /** The question to show; it stays until the token has said what it thinks of the answer. */
    public ReadOnlyObjectProperty<Optional<PinQuestion>> question() {
        return question.getReadOnlyProperty();
    }

    /** Whether an answer is on its way to the token. */
    public ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** Set when the last entry locked the token, until the person has seen it. */
    public ReadOnlyObjectProperty<Optional<PinProblem.TokenLocked>> locked() {
        return locked.getReadOnlyProperty();
    }

    /** Set while the token waits for a PIN on the reader's own keys: there is nothing to enter here. */
    public ReadOnlyObjectProperty<Optional<PadQuestion>> pad() {
        return pad.getReadOnlyProperty();
    }

    /** @param pin of one entry; this model hands it on or closes it */
    public void answer(Pin pin) {
        question.get().ifPresentOrElse(asked -> answer(asked, pin), pin::close);
    }

    private void answer(PinQuestion asked, Pin pin) {
        checking.set(true);
        asked.answer(pin);
    }

    public void cancel() {
        question.get().ifPresent(PinQuestion::cancel);
        close();
    }

    /** For the worker of one attempt. */
    final class Entry implements PinEntry {

        private Optional<PinProblem> refusal;
        private boolean asked;

        Entry(Optional<PinProblem> refusal) {
            this.refusal = refusal;
        }

        @Override
        public Pin ask(PinRequest request) throws ProblemException {
            asked = true;
            PinQuestion next = new PinQuestion(request, refusal);
            ui.execute(() -> show(next));
            return next.await();
        }

        @Override
        public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
            PadQuestion next = new PadQuestion(
                    request.token(), request.use(), request.token().onLastTry(), cancel);
            Waiting shown = () -> ui.execute(() -> pad.set(Optional.empty()));
            ui.execute(() -> pad.set(Optional.of(next)));
            try {
                next.awaitConsent();
                return shown;
            } catch (ProblemException e) {
                shown.close();
                throw e;
            }
        }

        /** Also in the middle of a batch, where the card wants its PIN again: one slip of the finger doesn't end it. */
        @Override
        public boolean another(PinProblem why) {
            boolean typed = asked;
            asked = false;
            refusal = typed ? Optional.of(why) : Optional.empty();
            return typed;
        }

        /** In the middle of a batch nothing else would close the question. */
        @Override
        public void accepted(Token token) {
            refusal = Optional.empty();
            ui.execute(PinModel.this::close);
        }

        /** Whether this attempt's refusal was one of the person's entry. */
        boolean asked() {
            return asked;
        }
    }

    private void show(PinQuestion next) {
        checking.set(false);
        question.set(Optional.of(next));
    }

    public void lock(PinProblem.TokenLocked problem) {
        checking.set(false);
        locked.set(Optional.of(problem));
    }

    /** The token took the PIN, or nobody wants it any more. */
    public void close() {
        checking.set(false);
        locked.set(Optional.empty());
        pad.set(Optional.empty());
        question.set(Optional.empty());
    }
}
