// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl+C in the midst of a batch: it ends after the document in hand, and what is left is told as after any other stop. Where no
 * key was opened yet there is nothing to wait for.
 */
final class BatchInterruption implements BooleanSupplier, AutoCloseable {

    /** A card may be slow; one that doesn't answer at all keeps nobody at the terminal. */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::end, "end of batch");
    private volatile boolean opened;
    private volatile boolean stopped;

    /** From now until it is closed. */
    static BatchInterruption begin() {
        BatchInterruption interruption = new BatchInterruption();
        Runtime.getRuntime().addShutdownHook(interruption.atExit);
        return interruption;
    }

    /** Documents are being signed. */
    void opened() {
        opened = true;
    }

    @Override
    public boolean getAsBoolean() {
        return stopped;
    }

    private void end() {
        stopped = true;
        if (!opened) {
            return;
        }
        try {
            boolean _ = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process ends, and it is told.
        }
    }
}
