// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.problem.Problem;
import cat.segell.text.Language;
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
     * @param ownLog whether the key of this computer's own log signed it; a name alone says nothing
     * @param index of the entry, from 0
     * @param treeSize number of entries that the log had at the receipt's checkpoint
     * @param commitment of the document, lower-case hex: what {@link Metadata#supersedes()} refers to
     */
    public record Found(
            RecordState state,
            String log,
            boolean ownLog,
            long index,
            long treeSize,
            String commitment,
            Metadata metadata) {

        /** What it proves and what it doesn't, in a sentence or two. */
        public String meaning(Language language) {
            return ownLog ? state.meaning(language) : state.meaningElsewhere(language);
        }
    }

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
