// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.problem.LedgerProblem.LogBusy;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Held by the one who writes to a log: one thread of one process. The operating system lets go of it after a crash. */
final class LogLock implements AutoCloseable {

    static final String FILE = LogFolder.PRIVATE + "lock";

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** A file lock is the process's, and closing any channel of the file gives it up: threads queue here first. */
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final LogFolder folder;
    private final FileChannel channel;
    private final Semaphore thread;

    private LogLock(LogFolder folder, FileChannel channel, Semaphore thread) {
        this.folder = folder;
        this.channel = channel;
        this.thread = thread;
    }

    /**
     * @param folder prepared
     * @throws ProblemException {@code LOG-BUSY} when another one still writes after this wait
     */
    static LogLock take(LogFolder folder, Duration wait) throws ProblemException {
        long end = System.nanoTime() + wait.toNanos();
        try {
            Semaphore thread = THREADS.computeIfAbsent(folder.root().toRealPath(), path -> new Semaphore(1));
            if (!thread.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(folder);
            }
            return takeFile(folder, thread, end);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy(folder);
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
    }

    private static LogLock takeFile(LogFolder folder, Semaphore thread, long end)
            throws IOException, InterruptedException, ProblemException {
        boolean taken = false;
        try {
            FileChannel channel = open(folder);
            try {
                taken = waitFor(channel, end);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
            if (!taken) {
                throw busy(folder);
            }
            return new LogLock(folder, channel, thread);
        } finally {
            if (!taken) {
                thread.release();
            }
        }
    }

    private static FileChannel open(LogFolder folder) throws IOException {
        return FileChannel.open(
                folder.at(FILE),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    // The lock lives as long as its channel.
    @SuppressWarnings("resource")
    private static boolean waitFor(FileChannel channel, long end) throws IOException, InterruptedException {
        while (channel.tryLock() == null) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private static ProblemException busy(LogFolder folder) {
        return new ProblemException(new LogBusy(folder.root()));
    }

    @Override
    public void close() throws ProblemException {
        try {
            channel.close();
        } catch (IOException e) {
            throw folder.unwritable(e);
        } finally {
            thread.release();
        }
    }
}
