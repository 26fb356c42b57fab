// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes documents from the key to their places, in order, on a thread of its own, while the key signs the next ones. */
final class Finishing implements AutoCloseable {

    private final FinishedGroup group;
    private final int most;
    private final int together;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batch-finish").daemon().factory());
    private final Queue<FinishingStep> steps = new ConcurrentLinkedQueue<>();
    private final Deque<Future<?>> unfinished = new ArrayDeque<>();

    /**
     * @param most that may wait for it; with none the key signs a document when the one before it is in its place
     * @param together as many of these as there are share one wait for the disk
     */
    Finishing(FinishedGroup group, int most, int together) {
        this.group = group;
        this.most = most;
        this.together = together;
    }

    /** Returns before it is done, unless too many wait. */
    void take(FinishingStep step) {
        steps.add(step);
        unfinished.add(thread.submit(this::finish));
        while (unfinished.size() > most) {
            Awaited.of(unfinished.remove());
        }
    }

    /** There is one call for each step, and what an earlier one took along is gone. */
    private void finish() {
        List<FinishingStep> taken = new ArrayList<>();
        while (taken.size() < together && !steps.isEmpty()) {
            taken.add(steps.remove());
        }
        if (!taken.isEmpty()) {
            group.finish(taken);
        }
    }

    /** All that were taken come to their end. */
    void await() {
        while (!unfinished.isEmpty()) {
            Awaited.of(unfinished.remove());
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
