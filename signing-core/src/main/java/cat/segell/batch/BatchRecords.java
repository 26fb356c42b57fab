// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Signed;
import cat.segell.document.OutputName;
import cat.segell.notary.Metadata;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.Registrar;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the signed files of a batch in one call, and lays each receipt beside its file. Never undoes a signature. */
final class BatchRecords {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRecords.class);

    private final Optional<Registrar> registrar;
    private final Consumer<BatchEvent> events;

    BatchRecords(Optional<Registrar> registrar, Consumer<BatchEvent> events) {
        this.registrar = registrar;
        this.events = events;
    }

    List<DocumentResult> record(BatchRequest request, List<DocumentResult> results) {
        List<Signed> signed = results.stream()
                .filter(Signed.class::isInstance)
                .map(Signed.class::cast)
                .toList();
        if (!request.notarise() || registrar.isEmpty() || signed.isEmpty()) {
            return results;
        }
        events.accept(new BatchEvent.Recording(signed.size()));
        try {
            List<NotaryEntry> entries = signed.stream()
                    .map(each -> new NotaryEntry(each.sha256(), Metadata.NONE))
                    .toList();
            Iterator<Receipt> receipts =
                    registrar.get().notary().record(entries).iterator();
            ReceiptFiles files = registrar.get().receipts();
            return replace(results, each -> withReceipt(each, receipts.next(), files));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return replace(results, each -> each.withoutReceipt(e.problem()));
        }
    }

    private static Signed withReceipt(Signed signed, Receipt receipt, ReceiptFiles files) {
        try {
            ReceiptFiles.Laid laid = files.lay(receipt, signed.output(), OutputName.receipt(signed.output()));
            return signed.withReceipt(laid.file(), laid.problem());
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return signed.withoutReceipt(e.problem());
        }
    }

    private static List<DocumentResult> replace(List<DocumentResult> results, UnaryOperator<Signed> change) {
        List<DocumentResult> changed = new ArrayList<>();
        for (DocumentResult result : results) {
            changed.add(result instanceof Signed signed ? change.apply(signed) : result);
        }
        return changed;
    }
}
