// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.keys.KeyWait;
import cat.segell.app.terminal.LastWork;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Ctrl+C in the midst of a batch: it ends after the document in hand, and what is left is told as after any other stop. One whose
 * PIN is still asked for is left as well, and one whose key or time-stamp authority doesn't answer. Where no PIN was handed over
 * yet there is nothing to wait for.
 */
final class BatchInterruption implements BooleanSupplier, KeyWait, AutoCloseable {

    /** Slow cards behind slow readers sign within it. A person at a terminal waits no longer for a driver that hangs. */
    private static final long SECONDS_FOR_THE_KEY = 10;

    private final Thread atExit = new Thread(this::end, "end of batch");
    private Optional<LastWork> work = Optional.empty();
    private Optional<Runnable> question = Optional.empty();
    private Optional<Thread> atKey = Optional.empty();
    private boolean stopped;
    private boolean keyGivenUp;

    /** From now until it is closed. */
    static BatchInterruption begin() {
        BatchInterruption interruption = new BatchInterruption();
        Runtime.getRuntime().addShutdownHook(interruption.atExit);
        return interruption;
    }

    /** A PIN is on its way to a key: from now on it is told what became of it. */
    synchronized void begun() {
        if (work.isEmpty()) {
            work = Optional.of(LastWork.begin());
        }
    }

    /** @param leave ends the question that the person is asked now */
    synchronized void asks(Runnable leave) {
        question = Optional.of(leave);
        if (stopped && work.isPresent()) {
            leave.run();
        }
    }

    synchronized void asked() {
        question = Optional.empty();
    }

    /** This thread waits for the key from now on. */
    @Override
    public synchronized void usesKey() {
        atKey = Optional.of(Thread.currentThread());
        if (keyGivenUp) {
            Thread.currentThread().interrupt();
        }
    }

    /** That its wait was interrupted ends just that. */
    @Override
    public synchronized void usedKey() {
        atKey = Optional.empty();
        if (keyGivenUp) {
            boolean _ = Thread.interrupted();
        }
    }

    @Override
    public synchronized boolean getAsBoolean() {
        return stopped;
    }

    private void end() {
        stop().ifPresent(this::awaitEnd);
    }

    private void awaitEnd(LastWork last) {
        if (!last.isOverWithin(SECONDS_FOR_THE_KEY)) {
            giveUpKey();
            last.await();
        }
    }

    /** Nothing else is interrupted: a file that is being written comes to its end. */
    private synchronized void giveUpKey() {
        keyGivenUp = true;
        atKey.ifPresent(Thread::interrupt);
    }

    private synchronized Optional<LastWork> stop() {
        stopped = true;
        if (work.isPresent()) {
            question.ifPresent(Runnable::run);
        }
        return work;
    }

    @Override
    public void close() {
        over();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process ends, and it is told.
        }
    }

    private synchronized void over() {
        work.ifPresent(LastWork::close);
    }
}
