// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A reader with keys of its own that waits for the PIN; on the last try only once the person agrees. */
public final class PadQuestion {

    private final Token token;
    private final PinUse use;
    private final boolean lastTry;
    private final Runnable cancel;
    private final CompletableFuture<Boolean> agreed = new CompletableFuture<>();

    /**
     * @param use how often the reader will wait
     * @param lastTry whether a wrong entry locks the card, so that the person must agree first
     * @param cancel ends the reader's wait
     */
    public PadQuestion(Token token, PinUse use, boolean lastTry, Runnable cancel) {
        this.token = token;
        this.use = use;
        this.lastTry = lastTry;
        this.cancel = cancel;
        if (!lastTry) {
            agree();
        }
    }

    public Token token() {
        return token;
    }

    public PinUse use() {
        return use;
    }

    public boolean lastTry() {
        return lastTry;
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
    public void awaitConsent() throws ProblemException {
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
