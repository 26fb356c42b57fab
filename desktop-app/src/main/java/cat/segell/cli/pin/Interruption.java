// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.cli.Out;
import cat.segell.credential.PinEntry;

/** While somebody is to enter something: Ctrl+C ends the wait and the process with it, and that is said. */
final class Interruption implements PinEntry.Waiting {

    private final Thread told;

    Interruption(Out out) {
        // Behind a question the line has begun.
        told = new Thread(() -> out.note("\n" + out.texts().text("pin.interrupted")), "interrupted");
        Runtime.getRuntime().addShutdownHook(told);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(told);
        } catch (IllegalStateException _) {
            // The process ends, and it is told.
        }
    }
}
