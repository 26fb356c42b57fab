// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.batch.Pause;
import cat.segell.problem.Problem;
import cat.segell.ui.pin.PinModel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The bridge between the worker whose key broke in the midst of a batch and the person who puts it right. */
public final class PauseModel implements Pause {

    private final PinModel pin;
    private final Executor ui;
    private final BooleanSupplier stopped;
    private final ReadOnlyObjectWrapper<Optional<Waiting>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", Optional.empty());

    /** @param stopped whether the person wants no more documents signed, whatever they put right */
    PauseModel(PinModel pin, Executor ui, BooleanSupplier stopped) {
        this.pin = pin;
        this.ui = ui;
        this.stopped = stopped;
    }

    /** A batch that waits, and what for. */
    public static final class Waiting {

        private final Problem why;
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

        private Waiting(Problem why) {
            this.why = why;
        }

        public Problem why() {
            return why;
        }

        private boolean await() {
            try {
                return answer.get();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("a wait has no failure", impossible);
            }
        }
    }

    /** Present as long as the batch waits. */
    public ReadOnlyObjectProperty<Optional<Waiting>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** On the worker's thread. */
    @Override
    public boolean goesOn(Problem why) {
        Waiting next = new Waiting(why);
        ui.execute(() -> show(next));
        try {
            return next.await() && !stopped.getAsBoolean();
        } finally {
            ui.execute(() -> close(next));
        }
    }

    private void show(Waiting next) {
        if (stopped.getAsBoolean()) {
            next.answer.complete(false);
            return;
        }
        // Whatever was entered went with the card.
        pin.close();
        waiting.set(Optional.of(next));
    }

    private void close(Waiting over) {
        if (waiting.get().filter(over::equals).isPresent()) {
            waiting.set(Optional.empty());
        }
    }

    /** It may have been put right: the key is tried once more. */
    public void goOn() {
        answer(true);
    }

    /** What is left stays unsigned. */
    public void end() {
        answer(false);
    }

    private void answer(boolean goesOn) {
        Optional<Waiting> asked = waiting.get();
        waiting.set(Optional.empty());
        asked.ifPresent(it -> it.answer.complete(goesOn));
    }
}
