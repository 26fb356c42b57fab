// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A batch as the journal has it.
 *
 * @param created when it began
 * @param running whether a process works at it now
 */
public record JournaledBatch(
        String id, Instant created, boolean running, BatchOrder order, List<JournaledDocument> documents) {

    /** How it stands with a batch. */
    public enum State {
        RUNNING,
        /** Something of it was left, by whatever broke it off. */
        PAUSED,
        DONE;

        /** As in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public JournaledBatch {
        documents = List.copyOf(documents);
    }

    /** What begins an identifier, enough to tell a few hundred apart, and to type. */
    public static String brief(String id) {
        return id.substring(0, 8);
    }

    public State state() {
        boolean left = left() > 0;
        return running ? State.RUNNING : left ? State.PAUSED : State.DONE;
    }

    public long signed() {
        return count(DocumentState.SIGNED);
    }

    public long failed() {
        return count(DocumentState.FAILED);
    }

    public long skipped() {
        return count(DocumentState.SKIPPED);
    }

    /** What nobody has come to yet, or whose end isn't known. */
    public long left() {
        return count(DocumentState.OPEN) + count(DocumentState.PLACING);
    }

    private long count(DocumentState state) {
        return documents.stream().filter(document -> document.state() == state).count();
    }
}
