// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.Journal;
import cat.segell.batch.JournalEntry;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.BatchDone;
import java.time.InstantSource;
import java.util.List;

/**
 * What is left of a batch, to be signed: its run goes on in the batch's own entry. Held until that run is over or this is closed.
 *
 * @param batch as it was found
 * @param left the documents of this run
 */
public record Resumption(JournaledBatch batch, List<BatchDocument> left, JournalEntry entry)
        implements Journal, AutoCloseable {

    public Resumption {
        left = List.copyOf(left);
    }

    static Resumption of(JournaledBatch batch, Database database, BatchLock lock, InstantSource clock)
            throws ProblemException {
        List<JournaledDocument> open = batch.documents().stream()
                .filter(document -> document.state() == DocumentState.OPEN || document.state() == DocumentState.FAILED)
                .toList();
        if (open.isEmpty()) {
            throw new ProblemException(new BatchDone(batch.id()));
        }
        return new Resumption(
                batch,
                open.stream().map(Resumption::asItWas).toList(),
                new WrittenBatch(
                        new WrittenBatch.Run(
                                batch.id(),
                                batch.order(),
                                open.stream().map(JournaledDocument::number).toList()),
                        database,
                        lock,
                        clock,
                        false));
    }

    /** Nobody was shown another content than the one that was read then. */
    private static BatchDocument asItWas(JournaledDocument document) {
        return document.content()
                .map(content -> document.document().showing(content))
                .orElse(document.document());
    }

    /** Whether a request asks for this, in the same way and with the same key. */
    public boolean isOf(BatchRequest request) {
        return request.documents().equals(left)
                && BatchOrder.of(request, batch.order().services()).equals(batch.order());
    }

    @Override
    public JournalEntry begin(BatchRequest request) {
        if (!request.documents().equals(left)) {
            throw new IllegalArgumentException("not what is left of " + batch.id());
        }
        return entry;
    }

    @Override
    public void close() {
        entry.close();
    }
}
