// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for everything that may take longer than a blink, one for each kind of work so that a slow card never holds up the
 * reading of files. They don't keep the application alive.
 */
public final class Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService batch = one("segell-batch");
    private final ExecutorService files = one("segell-files");
    private final ExecutorService cards = one("segell-cards");

    /** Signing. */
    public Executor batch() {
        return batch;
    }

    /** Reading and rendering documents. */
    public Executor files() {
        return files;
    }

    /** Looking for credentials. */
    public Executor cards() {
        return cards;
    }

    private static ExecutorService one(String name) {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // One task's fault ends that task, not the application with all that it still shows.
            thread.setUncaughtExceptionHandler((_, fault) -> LOG.error("uncaught on {}", name, fault));
            return thread;
        };
        // What a closed window still asks for, nobody waits for.
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Interrupts what still runs: a batch then ends after its current document. */
    @Override
    public void close() {
        batch.shutdownNow();
        files.shutdownNow();
        cards.shutdownNow();
    }
}
