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

    /** @param at as {@link System#nanoTime} has it */
    record Told(ReadersSnapshot now, long at) {}

    private final List<Told> all = new ArrayList<>();
    private int read;

    @Override
    public synchronized void accept(ReadersSnapshot snapshot) {
        all.add(new Told(snapshot, System.nanoTime()));
        notifyAll();
    }

    /** The first that fits among those that nobody has waited for yet. */
    ReadersSnapshot await(Predicate<ReadersSnapshot> wanted) {
        return awaitTold(wanted).now();
    }

    /** The same, with the moment in which it was told. */
    synchronized Told awaitTold(Predicate<ReadersSnapshot> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            while (read < all.size()) {
                Told next = all.get(read++);
                if (wanted.test(next.now())) {
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
        return all.stream().map(Told::now).toList();
    }
}
