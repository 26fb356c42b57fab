// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.problem.ProblemException;
import java.util.List;

/** Records documents in a ledger. Signing never waits for it and never depends on it. */
public interface Notary {

    /**
     * One call a batch.
     *
     * @return one receipt for each entry, in order; durable when this returns
     * @throws ProblemException a {@code LedgerProblem}: nothing was recorded
     */
    List<Receipt> record(List<NotaryEntry> entries) throws ProblemException;
}
