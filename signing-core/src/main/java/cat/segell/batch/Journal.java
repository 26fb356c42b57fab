// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.problem.ProblemException;
import java.util.UUID;

/** Where it is written down how far a batch is, so that one that was broken off can be taken up again. */
public interface Journal {

    /** Writes nothing down. */
    Journal NONE = _ -> unkept();

    /**
     * Before the key is used.
     *
     * @throws ProblemException {@code JOURNAL-UNUSABLE} or {@code JOURNAL-FULL}
     */
    JournalEntry begin(BatchRequest request) throws ProblemException;

    /** Of a batch that leaves no trace. */
    static JournalEntry unkept() {
        String id = UUID.randomUUID().toString();
        return () -> id;
    }
}
