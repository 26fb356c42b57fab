// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.problem.LedgerProblem;
import cat.segell.problem.LedgerProblem.ReceiptElsewhere;
import cat.segell.problem.LedgerProblem.ReceiptLost;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lays receipts beside their documents. The log forgets nothing and makes no receipt twice, because only the receipt knows how
 * its entry was blinded: one that can't be laid where it belongs is kept in a folder of ours.
 */
public final class ReceiptFiles {

    private final Path kept;

    /** @param kept folder for receipts that can't be laid where they belong, made when the first one comes */
    public ReceiptFiles(Path kept) {
        this.kept = kept;
    }

    /**
     * A receipt on disk.
     *
     * @param problem {@code RECEIPT-ELSEWHERE} where it isn't where it belongs
     */
    public record Laid(Path file, Optional<LedgerProblem> problem) {}

    /**
     * @param document that was recorded
     * @param place of its receipt
     * @throws ProblemException {@code RECEIPT-LOST} when it can't be kept either
     */
    public Laid lay(Receipt receipt, Path document, OutputName place) throws ProblemException {
        try {
            return new Laid(put(receipt, place), Optional.empty());
        } catch (ProblemException e) {
            return keep(receipt, document, place, e);
        }
    }

    private Laid keep(Receipt receipt, Path document, OutputName place, ProblemException refused)
            throws ProblemException {
        long entry = receipt.index() + 1;
        try {
            // Not by the document's name, which may be what the system refuses.
            Path file = put(receipt, new OutputName(kept, "entry-" + entry, OutputName.RECEIPT));
            return new Laid(file, Optional.of(new ReceiptElsewhere(document, entry, place.folder(), file)));
        } catch (ProblemException e) {
            e.addSuppressed(refused);
            throw new ProblemException(new ReceiptLost(document, entry, place.folder(), kept), e);
        }
    }

    private static Path put(Receipt receipt, OutputName name) throws ProblemException {
        return OutputFile.put(new ByteArrayInputStream(receipt.proof()), name);
    }
}
