// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.journal.PendingWork.OldReceipt;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.FileReplacement;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.notary.Metadata;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.Registrar;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.LedgerProblem.ReceiptBroken;
import cat.segell.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sees to it that the receipt beside a file fits it. */
final class ReceiptRenewal {

    /** Whoever recorded a file more often than this has the others' company. */
    private static final int MOST = 100;

    private final QueueServices services;

    ReceiptRenewal(QueueServices services) {
        this.services = services;
    }

    /** Receipts of this computer's ledger that won't fit the file any more when it is replaced, or already don't. */
    List<OldReceipt> outdatedBy(PendingWork work) throws ProblemException {
        List<OldReceipt> outdated = new ArrayList<>(work.outdated());
        for (OldReceipt fitting : fitting(work.file(), work.written())) {
            outdated.removeIf(old -> old.file().equals(fitting.file()));
            outdated.add(fitting);
        }
        return outdated;
    }

    private List<OldReceipt> fitting(Path file, Digest document) throws ProblemException {
        OutputName name = OutputName.receipt(file);
        List<Path> there = IntStream.rangeClosed(1, MOST)
                .mapToObj(name::candidate)
                .filter(receipt -> Files.isRegularFile(receipt, LinkOption.NOFOLLOW_LINKS))
                .toList();
        List<OldReceipt> fitting = new ArrayList<>();
        for (Path receipt : there) {
            fitting(file, document, receipt).ifPresent(fitting::add);
        }
        return fitting;
    }

    private Optional<OldReceipt> fitting(Path file, Digest document, Path receipt) throws ProblemException {
        byte[] content = content(receipt);
        ReceiptReport report = services.receipts().verify(file, document, receipt, content);
        return report.found()
                .filter(found -> report.valid() && found.ownLog())
                .map(found -> new OldReceipt(receipt, DigestAlgorithm.SHA256.of(content), found.metadata()));
    }

    private static byte[] content(Path receipt) throws ProblemException {
        try {
            return Files.readAllBytes(receipt);
        } catch (IOException e) {
            throw new ProblemException(new ReceiptBroken(receipt), e);
        }
    }

    /**
     * Records the file, where no receipt fits it yet: once for each that doesn't any more.
     *
     * @return the first that was laid; absent where there was no need
     */
    Optional<Path> record(PendingWork work) throws ProblemException {
        List<Path> fit = fitting(work.file(), work.written()).stream()
                .map(OldReceipt::file)
                .toList();
        List<OldReceipt> outdated = work.outdated().stream()
                .filter(old -> !fit.contains(old.file()))
                .toList();
        if (outdated.isEmpty() && !fit.isEmpty()) {
            return Optional.empty();
        }
        // What can't be laid beside the file isn't recorded once more with each try.
        OutputFile.probe(OutputName.receipt(work.file()).folder());
        Registrar registrar = services.registrar();
        List<NotaryEntry> entries = outdated.isEmpty()
                ? List.of(new NotaryEntry(work.written(), Metadata.NONE))
                : outdated.stream()
                        .map(old -> new NotaryEntry(work.written(), old.metadata()))
                        .toList();
        List<Receipt> receipts = registrar.notary().record(entries);
        List<Path> laid = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            laid.add(
                    outdated.isEmpty()
                            ? beside(work, receipts.get(i), registrar)
                            : insteadOf(outdated.get(i), work, receipts.get(i), registrar));
        }
        return laid.stream().findFirst();
    }

    private static Path beside(PendingWork work, Receipt receipt, Registrar registrar) throws ProblemException {
        return registrar
                .receipts()
                .lay(receipt, work.file(), OutputName.receipt(work.file()))
                .file();
    }

    private static Path insteadOf(OldReceipt old, PendingWork work, Receipt receipt, Registrar registrar)
            throws ProblemException {
        byte[] proof = receipt.proof();
        try {
            FileReplacement.of(old.file(), old.sha256(), DigestAlgorithm.SHA256.of(proof))
                    .put(new ByteArrayInputStream(proof));
            return old.file();
        } catch (ProblemException e) {
            if (e.problem() instanceof PendingFileChanged || e.problem() instanceof PendingFileGone) {
                return beside(work, receipt, registrar);
            }
            throw e;
        }
    }
}
