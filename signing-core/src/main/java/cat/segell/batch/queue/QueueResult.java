// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.queue.WorkEnd.Done;
import cat.segell.batch.queue.WorkEnd.Dropped;
import java.util.List;

/**
 * @param busy another one works at it, and nothing was done here
 * @param pending what is left, in the order in which it came
 * @param dropped for which nothing more is done, also those of earlier runs that nobody was told of
 */
public record QueueResult(boolean busy, List<Done> done, List<PendingWork> pending, List<Dropped> dropped) {

    public QueueResult {
        done = List.copyOf(done);
        pending = List.copyOf(pending);
        dropped = List.copyOf(dropped);
    }
}
