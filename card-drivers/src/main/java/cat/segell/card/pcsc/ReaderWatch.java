// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.ReaderProblem.PcscForbidden;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches readers on a thread of its own, through services that stop and start, readers that come and go, and PC/SC that is
 * installed meanwhile. Each change is told once, with everything as it is then.
 */
public final class ReaderWatch implements AutoCloseable {

    /** Whatever no event told is seen after this; a look is a few messages to the service on this computer. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(700);

    /** Between attempts to reach a service that doesn't run. */
    static final Duration TRY_AGAIN = Duration.ofMillis(400);

    /** A service that ends each wait at once, without a change, doesn't keep us busy. */
    static final Duration BREATH = Duration.ofMillis(50);

    /** A service that answers nothing at all is left to its thread, which keeps nobody alive. */
    static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ReaderWatch.class);

    private final Pcsc pcsc;
    private final Consumer<ReadersSnapshot> listener;
    private final Thread thread;
    private final Set<Class<?>> faults = new HashSet<>();
    private @Nullable ReadersSnapshot told;
    private Pcsc.@Nullable Context context;
    private boolean closed;

    private ReaderWatch(Pcsc pcsc, Consumer<ReadersSnapshot> listener) {
        this.pcsc = pcsc;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("readers").unstarted(this::watch);
    }

    /** @param listener called on the watch's thread, first with what is there already */
    public static ReaderWatch start(Pcsc pcsc, Consumer<ReadersSnapshot> listener) {
        ReaderWatch watch = new ReaderWatch(pcsc, listener);
        watch.thread.start();
        return watch;
    }

    /** All readers at this moment, without a watch. */
    public static ReadersSnapshot look(Pcsc pcsc) {
        return ReaderLook.once(pcsc);
    }

    private void watch() {
        boolean refused = false;
        while (!isClosed()) {
            try (Pcsc.Context established = pcsc.establish()) {
                refused = false;
                watch(established);
            } catch (PcscFailure failure) {
                // pcscd refuses while it ends, too: only who refuses twice means it.
                boolean refusal = failure.problem() instanceof PcscForbidden;
                if (!refusal || refused) {
                    tell(ReadersSnapshot.without(failure.problem()));
                }
                refused = refusal;
                pause(TRY_AGAIN);
            } catch (RuntimeException fault) {
                log(fault);
                pause(TRY_AGAIN);
            }
        }
    }

    private void watch(Pcsc.Context established) throws PcscFailure {
        setContext(established);
        try {
            ReaderLook look = new ReaderLook(established);
            look.askForReaderEvents();
            tell(ReadersSnapshot.of(look.readers()));
            while (!isClosed()) {
                if (look.canWait()) {
                    look.await(LOOK_AGAIN);
                } else {
                    pause(LOOK_AGAIN);
                }
                if (!tell(ReadersSnapshot.of(look.readers()))) {
                    pause(BREATH);
                }
            }
        } finally {
            setContext(null);
        }
    }

    /** A mistake of ours, here or in who listens, must not leave the person with yesterday's cards. Each kind is logged once. */
    private void log(RuntimeException fault) {
        if (faults.add(fault.getClass())) {
            LOG.error("watching readers", fault);
        }
    }

    /** @return whether it was news */
    private boolean tell(ReadersSnapshot now) {
        if (now.equals(told) || isClosed()) {
            return false;
        }
        told = now;
        listener.accept(now);
        return true;
    }

    private synchronized void setContext(Pcsc.@Nullable Context now) {
        context = now;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Returns when nothing is told any more: at once, but for a listener that is busy and a service that answers nothing. */
    @Override
    public void close() {
        if (Thread.currentThread() == thread) {
            end();
            return;
        }
        try {
            // A cancel that comes before the wait has begun is lost: repeated until it was heard.
            long last = System.nanoTime() + FAREWELL.toNanos();
            do {
                end();
            } while (!thread.join(BREATH) && System.nanoTime() < last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        closed = true;
        notifyAll();
        if (context != null) {
            context.cancel();
        }
    }
}
