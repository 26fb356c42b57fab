// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.problem.Problem;
import java.util.Optional;

/**
 * What was found when a receipt was checked against a document.
 *
 * @param found what the receipt says of itself; absent where it can't be read. To be believed only with no problem
 * @param problem why it isn't valid; {@code LOG-UNKNOWN} means that nothing is wrong but the log's key isn't known here
 */
public record ReceiptReport(Optional<Found> found, Optional<Problem> problem) {

    /**
     * @param log origin line of the log
     * @param index of the entry, from 0
     * @param treeSize number of entries that the log had at the receipt's checkpoint
     * @param commitment of the document, lower-case hex: what {@link Metadata#supersedes()} refers to
     */
    public record Found(
            RecordState state, String log, long index, long treeSize, String commitment, Metadata metadata) {}

    public ReceiptReport {
        if (found.isEmpty() && problem.isEmpty()) {
            throw new IllegalArgumentException("a receipt that can't be read is a problem");
        }
    }

    /** This exact document is in that log. */
    public boolean valid() {
        return problem.isEmpty();
    }
}
