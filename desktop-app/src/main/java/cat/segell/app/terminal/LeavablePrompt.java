// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A question that whoever asked it can leave, by being interrupted. Nothing takes back a read at a terminal: it goes on, on a
 * thread of its own, and what is typed then goes nowhere.
 */
record LeavablePrompt(SecretPrompt prompt) implements SecretPrompt {

    /** @throws InterruptedIOException where this thread is interrupted */
    @Override
    public char[] ask(String question) throws IOException {
        CompletableFuture<char[]> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("question").start(() -> read(question, answer));
        try {
            return answer.get();
        } catch (InterruptedException _) {
            leave(answer);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("left");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void read(String question, CompletableFuture<char[]> answer) {
        try {
            char[] typed = prompt.ask(question);
            if (!answer.complete(typed)) {
                Arrays.fill(typed, '\0');
            }
        } catch (IOException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static void leave(CompletableFuture<char[]> answer) {
        if (!answer.cancel(false) && !answer.isCompletedExceptionally()) {
            Arrays.fill(answer.join(), '\0');
        }
    }
}
