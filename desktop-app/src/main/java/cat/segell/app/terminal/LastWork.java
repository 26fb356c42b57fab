// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What comes to its end before the process does, where that is ended from outside. The terminal is given back after it. */
public final class LastWork implements AutoCloseable {

    /** A card may be slow; one that doesn't answer at all keeps nobody at the terminal. */
    public static final long PATIENCE_SECONDS = 20;

    private static final Set<LastWork> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final CountDownLatch over = new CountDownLatch(1);

    private LastWork() {}

    public static LastWork begin() {
        LastWork work = new LastWork();
        UNDER_WAY.add(work);
        return work;
    }

    static void awaitAll() {
        UNDER_WAY.forEach(LastWork::await);
    }

    /** For shutdown hooks. */
    public void await() {
        boolean _ = isOverWithin(PATIENCE_SECONDS);
    }

    /** The same, for those who won't wait as long. */
    public boolean isOverWithin(long seconds) {
        try {
            return over.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        over.countDown();
        UNDER_WAY.remove(this);
    }
}
