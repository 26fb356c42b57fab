// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Pin;
import cat.segell.credential.PinRequest;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One question for a PIN: asked by the worker, answered once by the person. */
public final class PinQuestion {

    private final PinRequest request;
    private final Optional<PinProblem> refusal;
    private final CompletableFuture<Optional<Pin>> answer = new CompletableFuture<>();

    /** @param refusal why the last entry did not do, where there was one */
    PinQuestion(PinRequest request, Optional<PinProblem> refusal) {
        this.request = request;
        this.refusal = refusal;
    }

    public PinRequest request() {
        return request;
    }

    public Optional<PinProblem> refusal() {
        return refusal;
    }

    /** @param pin from here on the worker's to close; closed at once when the question is no longer open */
    public void answer(Pin pin) {
        if (!answer.complete(Optional.of(pin))) {
            pin.close();
        }
    }

    public void cancel() {
        answer.complete(Optional.empty());
    }

    /** Waits for the person, on the worker's thread. */
    Pin await() throws ProblemException {
        try {
            return answer.get().orElseThrow(() -> new ProblemException(new PinProblem.PinCancelled()));
        } catch (InterruptedException closing) {
            cancel();
            var _ = answer.thenAccept(given -> given.ifPresent(Pin::close));
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinProblem.PinCancelled(), closing);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a question has no failure", impossible);
        }
    }
}
