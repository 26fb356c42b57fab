// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.batch.queue.QueueResult;
import cat.segell.batch.queue.QueueRun;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does pending work every few minutes, on a thread of its own, while a window is open. */
public final class QueueWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);

    /** The window comes first. */
    private static final Duration FIRST = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** What is under way may end; who is cut off in the midst is put right by the next run. */
    private static final Duration LAST = Duration.ofSeconds(3);

    private final QueueRun queue;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "segell-queue");
        made.setDaemon(true);
        return made;
    });

    private QueueWorker(QueueRun queue) {
        this.queue = queue;
    }

    public static QueueWorker start(QueueRun queue) {
        return start(queue, FIRST, PAUSE);
    }

    static QueueWorker start(QueueRun queue, Duration first, Duration pause) {
        QueueWorker worker = new QueueWorker(queue);
        ScheduledFuture<?> _ = worker.thread.scheduleWithFixedDelay(
                worker::work, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return worker;
    }

    private void work() {
        try {
            QueueResult result = queue.run(false, thread::isShutdown);
            if (!result.done().isEmpty()) {
                LOG.info(
                        "pending work: {} done, {} left",
                        result.done().size(),
                        result.pending().size());
            }
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
        } catch (RuntimeException | Error fault) {
            // Thrown further, it would end all later runs without a word.
            LOG.error("pending work", fault);
        }
    }

    /** Interrupts who waits for a service. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean _ = thread.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
