// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread of the same batch makes. It comes to its end: nobody gives up waiting for it. */
final class Awaited {

    private Awaited() {}

    /** What went wrong there, which is a programming error, goes wrong here. */
    static <T> T of(Future<T> made) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return made.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("on another thread of the batch", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
