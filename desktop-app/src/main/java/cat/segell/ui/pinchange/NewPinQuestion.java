// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.Pin;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One question for what allows a change and for the new PIN: asked by the worker, answered once by the person. */
public final class NewPinQuestion {

    private final NewPinRequest request;
    private final Optional<Problem> refusal;
    private final CompletableFuture<Optional<Entered>> answer = new CompletableFuture<>();

    /** Both entries of a person; whoever has them closes them. */
    record Entered(Pin present, Pin fresh) implements AutoCloseable {

        @Override
        public void close() {
            present.close();
            fresh.close();
        }
    }

    /** @param refusal why the last entry did not do, where there was one */
    NewPinQuestion(NewPinRequest request, Optional<Problem> refusal) {
        this.request = request;
        this.refusal = refusal;
    }

    public NewPinRequest request() {
        return request;
    }

    public Optional<Problem> refusal() {
        return refusal;
    }

    /**
     * What speaks against a new PIN before anything is sent.
     *
     * @param length in characters
     * @param alike whether it was typed the same way twice
     */
    public Optional<Problem> against(int length, boolean alike) {
        if (!request.lengths().allow(length)) {
            return Optional.of(new NewPinLength(
                    request.token().label(),
                    request.lengths().shortest(),
                    request.lengths().longest()));
        }
        return alike ? Optional.empty() : Optional.of(new NewPinsDiffer());
    }

    /** @param entered from here on the worker's to close; closed at once when the question is no longer open */
    void answer(Entered entered) {
        if (!answer.complete(Optional.of(entered))) {
            entered.close();
        }
    }

    void cancel() {
        answer.complete(Optional.empty());
    }

    /** Waits for the person, on the worker's thread. */
    Entered await() throws ProblemException {
        try {
            return answer.get().orElseThrow(() -> new ProblemException(new PinCancelled()));
        } catch (InterruptedException closing) {
            cancel();
            var _ = answer.thenAccept(given -> given.ifPresent(Entered::close));
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinCancelled(), closing);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a question has no failure", impossible);
        }
    }
}
