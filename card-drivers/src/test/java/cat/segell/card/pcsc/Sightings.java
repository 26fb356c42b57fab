// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a watch told, in order, and waiting for what it shall tell. */
final class Sightings implements Consumer<ReadersSnapshot> {

    /** For machines under load; nothing waits this long where all is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ReadersSnapshot> all = new ArrayList<>();
    private int read;

    @Override
    public synchronized void accept(ReadersSnapshot snapshot) {
        all.add(snapshot);
        notifyAll();
    }

    /** The first that fits among those that nobody has waited for yet. */
    synchronized ReadersSnapshot await(Predicate<ReadersSnapshot> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            while (read < all.size()) {
                ReadersSnapshot next = all.get(read++);
                if (wanted.test(next)) {
                    return next;
                }
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("never told; told were " + all);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    synchronized ReadersSnapshot next() {
        return await(_ -> true);
    }

    synchronized List<ReadersSnapshot> all() {
        return List.copyOf(all);
    }
}
