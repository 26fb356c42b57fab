// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.cli.Out;
import cat.segell.credential.PinEntry;

/** While somebody is to enter something: Ctrl+C ends the wait and the process with it, and that is said. */
final class Interruption implements PinEntry.Waiting {

    private final Out out;
    private final Thread atExit = new Thread(this::tell, "interrupted");
    private boolean told;

    Interruption(Out out) {
        this.out = out;
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException _) {
            tell();
        }
    }

    private synchronized void tell() {
        if (!told) {
            told = true;
            // Behind a question the line has begun.
            out.note("\n" + out.texts().text("pin.interrupted"));
        }
    }

    /** Then nothing that was entered may be used. */
    synchronized boolean isTold() {
        return told;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process ends. What else there is to tell comes after it.
            tell();
        }
    }
}
