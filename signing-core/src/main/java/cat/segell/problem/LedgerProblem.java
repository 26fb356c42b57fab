// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;

/** The log or a receipt. Exit status 1. */
public sealed interface LedgerProblem extends Problem {

    record ReceiptMissing(Path file) implements LedgerProblem {}

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
