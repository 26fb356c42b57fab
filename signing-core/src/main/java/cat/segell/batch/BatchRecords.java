// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Signed;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.notary.Metadata;
import cat.segell.notary.Notary;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Records the signed files of a batch in one call, and lays each receipt beside its file. Never undoes a signature. */
final class BatchRecords {

    private final Optional<Notary> notary;
    private final Consumer<BatchEvent> events;

    BatchRecords(Optional<Notary> notary, Consumer<BatchEvent> events) {
        this.notary = notary;
        this.events = events;
    }

    List<DocumentResult> record(BatchRequest request, List<DocumentResult> results) {
        List<Signed> signed = results.stream()
                .filter(Signed.class::isInstance)
                .map(Signed.class::cast)
                .toList();
        if (!request.notarise() || notary.isEmpty() || signed.isEmpty()) {
            return results;
        }
        events.accept(new BatchEvent.Recording(signed.size()));
        try {
            List<NotaryEntry> entries = signed.stream()
                    .map(each -> new NotaryEntry(each.sha256(), Metadata.NONE))
                    .toList();
            Iterator<Receipt> receipts = notary.get().record(entries).iterator();
            return replace(results, each -> withReceipt(each, receipts.next()));
        } catch (ProblemException e) {
            return replace(results, each -> without(each, e.problem()));
        }
    }

    private static Signed withReceipt(Signed signed, Receipt receipt) {
        try {
            OutputName name = OutputName.receipt(signed.output());
            Path path = OutputFile.put(new ByteArrayInputStream(receipt.proof()), name);
            return new Signed(
                    signed.input(),
                    signed.output(),
                    signed.sha256(),
                    signed.level(),
                    signed.pending(),
                    Optional.of(path),
                    Optional.empty());
        } catch (ProblemException e) {
            return without(signed, e.problem());
        }
    }

    private static Signed without(Signed signed, Problem why) {
        return new Signed(
                signed.input(),
                signed.output(),
                signed.sha256(),
                signed.level(),
                signed.pending(),
                Optional.empty(),
                Optional.of(why));
    }

    private static List<DocumentResult> replace(List<DocumentResult> results, UnaryOperator<Signed> change) {
        List<DocumentResult> changed = new ArrayList<>();
        for (DocumentResult result : results) {
            changed.add(result instanceof Signed signed ? change.apply(signed) : result);
        }
        return changed;
    }
}
