// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.SignBatch;
import cat.segell.credential.PinEntry;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A batch that tells nothing of its documents before its key is open; where it can't be opened, that is all there is to tell. */
record HeldBatch(SignBatch batch) {

    /**
     * @return the batch's identifier
     * @throws ProblemException why the key was not opened
     */
    String sign(BatchRequest request, PinEntry entry, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        HeldEvents held = new HeldEvents(events);
        BatchResult result = batch.run(request, entry, held, stop);
        Optional<Problem> refusal = held.opened() ? Optional.empty() : refusal(result);
        if (refusal.isPresent()) {
            throw new ProblemException(refusal.get());
        }
        held.open();
        tellReceipts(result, events);
        return result.id();
    }

    /** Why the key was not opened: a document's own problem is no reason, a folder that takes none of them is. */
    private static Optional<Problem> refusal(BatchResult result) {
        List<Problem> problems = result.documents().stream()
                .filter(DocumentResult.Failed.class::isInstance)
                .map(failed -> ((DocumentResult.Failed) failed).problem())
                .toList();
        boolean one = problems.size() == result.documents().size()
                && problems.stream().distinct().count() == 1;
        return problems.stream()
                .filter(problem -> !(problem instanceof DocumentProblem) || (one && ofThePlace(problem)))
                .findFirst();
    }

    private static boolean ofThePlace(Problem problem) {
        return problem instanceof DocumentProblem.OutputUnwritable
                || problem instanceof DocumentProblem.OutputNotFolder
                || problem instanceof DocumentProblem.DiskFull;
    }

    /** Receipts are made after all documents are signed, and are in the result alone. */
    private static void tellReceipts(BatchResult result, Consumer<BatchEvent> events) {
        for (int index = 0; index < result.documents().size(); index++) {
            if (result.documents().get(index) instanceof DocumentResult.Signed signed
                    && (signed.receipt().isPresent() || signed.notRecorded().isPresent())) {
                events.accept(new BatchEvent.Ended(index, signed));
            }
        }
    }
}
