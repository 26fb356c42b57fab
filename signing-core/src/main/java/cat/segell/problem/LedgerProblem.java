// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;

/** The log or a receipt. Exit status 1. */
public sealed interface LedgerProblem extends Problem {

    record ReceiptMissing(Path file) implements LedgerProblem {}

    /**
     * Recorded, but its receipt couldn't be written where it belongs.
     *
     * @param entry its number in the log, from 1
     * @param kept where the receipt lies instead
     */
    record ReceiptElsewhere(Path file, long entry, Path folder, Path kept) implements LedgerProblem {}

    /**
     * Recorded, and its receipt could be written nowhere.
     *
     * @param entry its number in the log, from 1
     * @param home folder of ours that refused it too
     */
    record ReceiptLost(Path file, long entry, Path folder, Path home) implements LedgerProblem {}

    /** Not a tlog-proof, or cut off. */
    record ReceiptBroken(Path receipt) implements LedgerProblem {}

    /** A good receipt, but of another file. */
    record ReceiptOtherDocument(Path file, Path receipt) implements LedgerProblem {}

    /** The proof doesn't lead to the checkpoint, or the checkpoint's signature is wrong. */
    record ReceiptInvalid(Path receipt) implements LedgerProblem {}

    /** Exit status 6: nothing invalid, but the log's key isn't known here. */
    record LogUnknown(String log) implements LedgerProblem {}

    /** The stored log doesn't fit its own checkpoint. */
    record LogDamaged(Path folder) implements LedgerProblem {}

    /** Another process is writing to it. */
    record LogBusy(Path folder) implements LedgerProblem {}

    record LogUnwritable(Path folder) implements LedgerProblem {}

    record LogKeyInvalid(String key) implements LedgerProblem {}
}
