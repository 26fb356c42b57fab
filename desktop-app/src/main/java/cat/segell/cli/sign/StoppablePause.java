// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.Pause;
import cat.segell.problem.Problem;

/** A pause that Ctrl+C ends, and the batch with it. */
record StoppablePause(Pause pause, BatchInterruption stop) implements Pause {

    @Override
    public boolean goesOn(Problem why) {
        if (stop.getAsBoolean()) {
            return false;
        }
        stop.asks(Thread.currentThread()::interrupt);
        try {
            return pause.goesOn(why) && !stop.getAsBoolean();
        } finally {
            stop.answered();
        }
    }
}
