// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A reader with keys of its own that waits for the PIN; on the last try only once the person agrees. */
public final class PadQuestion {

    private final PinRequest request;
    private final Runnable cancel;
    private final CompletableFuture<Boolean> agreed = new CompletableFuture<>();

    /** @param cancel ends the reader's wait */
    PadQuestion(PinRequest request, Runnable cancel) {
        this.request = request;
        this.cancel = cancel;
        if (!lastTry()) {
            agree();
        }
    }

    public PinRequest request() {
        return request;
    }

    /** Whether a wrong entry locks the card, so that the person must agree first. */
    public boolean lastTry() {
        return request.token().pin() == PinState.FINAL_TRY;
    }

    public void agree() {
        agreed.complete(true);
    }

    /** The person doesn't want to, before or while the reader waits. */
    public void cancel() {
        agreed.complete(false);
        cancel.run();
    }

    /** On the worker's thread. */
    void awaitConsent() throws ProblemException {
        try {
            if (!agreed.get()) {
                throw new ProblemException(new PinCancelled());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinCancelled(), closing);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a question has no failure", impossible);
        }
    }
}
