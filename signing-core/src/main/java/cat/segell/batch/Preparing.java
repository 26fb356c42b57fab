// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Reads and prepares documents, in order, on a thread of its own, so that the key need not wait for them. */
final class Preparing implements AutoCloseable {

    /** Prepared, or being prepared, with the one that the key signs. */
    static final int MOST = 4;

    private final int documents;
    private final IntFunction<Prepared> preparation;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batch-prepare").daemon().factory());
    private final Deque<Future<Optional<Prepared>>> ahead = new ArrayDeque<>();
    private int begun;
    private volatile boolean closed;

    /** @param preparation of the document with this index */
    Preparing(int documents, IntFunction<Prepared> preparation) {
        this.documents = documents;
        this.preparation = preparation;
    }

    /** Of the first document, then of the second, and so on. */
    Prepared next() {
        while (begun < documents && ahead.size() < MOST) {
            int index = begun++;
            ahead.add(thread.submit(() -> closed ? Optional.empty() : Optional.of(preparation.apply(index))));
        }
        return Awaited.of(ahead.remove()).orElseThrow();
    }

    /** From this document on once more: what was prepared of them and of those behind it is put away. */
    Prepared anew(int index) {
        while (!ahead.isEmpty()) {
            Awaited.of(ahead.remove()).ifPresent(Prepared::close);
        }
        begun = index;
        return next();
    }

    /** What was prepared for nothing is put away; nobody waits for what is being prepared for nothing. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        thread.close();
        for (Future<Optional<Prepared>> each : ahead) {
            if (each.state() == Future.State.SUCCESS) {
                each.resultNow().ifPresent(Prepared::close);
            }
        }
    }
}
