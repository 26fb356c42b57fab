// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import org.jspecify.annotations.Nullable;

/** Ends the wait for one answer, from any thread, before or while it lasts. */
public final class Cancellation {

    private boolean cancelled;
    private @Nullable Runnable end;

    public synchronized void cancel() {
        cancelled = true;
        if (end != null) {
            end.run();
        }
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** @param whenCancelled run on the thread that cancels, at once if that was done before */
    synchronized void during(Runnable whenCancelled) {
        end = whenCancelled;
        if (cancelled) {
            whenCancelled.run();
        }
    }

    /** The wait is over: what is cancelled now comes too late. */
    synchronized void over() {
        end = null;
    }
}
