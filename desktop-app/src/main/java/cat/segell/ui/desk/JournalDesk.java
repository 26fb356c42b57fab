// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchEvent;
import cat.segell.batch.Pause;
import cat.segell.credential.PinEntry;
import cat.segell.problem.ProblemException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Batches that were broken off, here or at a terminal. Everything here may take its time. */
public interface JournalDesk {

    /** What of them nobody works at, newest first. Where nothing was ever written down, nothing is opened. */
    List<BrokenOff> brokenOff() throws ProblemException;

    /**
     * Takes one up again. Nobody else may work at it until its rest is signed, or it is closed.
     *
     * @param entry for a key file: without its password nobody knows who is in it
     * @throws ProblemException {@code BATCH-IN-USE}, {@code BATCH-DONE}, {@code BATCH-UNKNOWN}, {@code KEY-REPLACED}, or why its
     *     key isn't there
     */
    TakenUp takeUp(String batch, PinEntry entry) throws ProblemException;

    /**
     * Signs what was left, into the same places and the same entry of the journal; closes it in any case. As
     * {@link SignDesk#sign}.
     */
    void signRest(TakenUp rest, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException;

    /** Takes one off the journal; the documents stay. */
    void forget(String batch) throws ProblemException;
}
