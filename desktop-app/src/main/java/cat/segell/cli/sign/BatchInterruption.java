// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.keys.WaitWatch;
import cat.segell.app.terminal.AtExit;
import cat.segell.app.terminal.LastWork;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Ctrl+C in the midst of a batch: it ends after the document in hand, and what is left is told as after any other stop. One whose
 * PIN is still asked for is left as well, and one whose key, time-stamp authority or issuer doesn't answer. Where no PIN was handed over
 * yet there is nothing to wait for.
 */
public final class BatchInterruption implements BooleanSupplier, WaitWatch, AutoCloseable {

    /** Slow cards behind slow readers sign within it. A person at a terminal waits no longer for a driver that hangs. */
    private static final long SECONDS_FOR_THE_KEY = 10;

    /** After that, until the rest is told. Both together are no longer than the terminal waits to be given back. */
    private static final long SECONDS_TO_TELL = LastWork.PATIENCE_SECONDS - SECONDS_FOR_THE_KEY;

    private final Runnable stopping;
    private Optional<AtExit> atExit = Optional.empty();
    private Optional<LastWork> work = Optional.empty();
    private Optional<Runnable> question = Optional.empty();
    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopped;
    private boolean givenUp;

    /** @param stopping tells that what is under way comes to its end */
    BatchInterruption(Runnable stopping) {
        this.stopping = stopping;
    }

    /** From now until it is closed. */
    public static BatchInterruption begin(Runnable stopping) {
        BatchInterruption interruption = new BatchInterruption(stopping);
        interruption.atExit = Optional.of(AtExit.does("end of batch", interruption::end));
        return interruption;
    }

    /**
     * A PIN is on its way to a key: from now on it is told what became of it.
     *
     * @return whether it may go there: not where the person has stopped before
     */
    synchronized boolean begins() {
        if (!stopped && work.isEmpty()) {
            work = Optional.of(LastWork.begin());
        }
        return !stopped;
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

    /** The same where it was ended by an interrupt of this thread: that ends just this question. */
    synchronized void answered() {
        asked();
        if (stopped) {
            boolean _ = Thread.interrupted();
        }
    }

    /** This thread waits from now on; one may wait for the key while another waits for a service. */
    @Override
    public synchronized void waits() {
        boolean _ = waiting.add(Thread.currentThread());
        if (givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    /** That its wait was interrupted ends just that. */
    @Override
    public synchronized void waited() {
        boolean _ = waiting.remove(Thread.currentThread());
        if (givenUp) {
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
            giveUp();
            boolean _ = last.isOverWithin(SECONDS_TO_TELL);
        }
    }

    /** Nothing else is interrupted: a file that is being written comes to its end. */
    private synchronized void giveUp() {
        givenUp = true;
        waiting.forEach(Thread::interrupt);
    }

    private synchronized Optional<LastWork> stop() {
        stopped = true;
        if (work.isPresent()) {
            question.ifPresentOrElse(Runnable::run, stopping);
        }
        return work;
    }

    @Override
    public void close() {
        over();
        atExit.ifPresent(AtExit::close);
    }

    private synchronized void over() {
        work.ifPresent(LastWork::close);
    }
}
