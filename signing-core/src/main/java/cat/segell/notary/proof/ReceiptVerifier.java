// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.document.Digest;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.ReceiptReport.Found;
import cat.segell.notary.RecordState;
import cat.segell.notary.merkle.Hash;
import cat.segell.notary.note.KeyVerdict;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.problem.LedgerProblem.LogUnknown;
import cat.segell.problem.LedgerProblem.ReceiptBroken;
import cat.segell.problem.LedgerProblem.ReceiptInvalid;
import cat.segell.problem.LedgerProblem.ReceiptOtherDocument;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks receipts against documents, with the keys of the logs that are trusted here. */
public final class ReceiptVerifier {

    /** Believes no log: it still tells which document a receipt is of. */
    public static final ReceiptVerifier NONE = new ReceiptVerifier(List.of(), Optional.empty());

    private final List<LogVerifierKey> logs;
    private final Optional<LogVerifierKey> own;

    /**
     * @param logs the keys to believe; a receipt never brings its own
     * @param own the key of this computer's log, believed only where it is among them
     */
    public ReceiptVerifier(List<LogVerifierKey> logs, Optional<LogVerifierKey> own) {
        this.logs = List.copyOf(logs);
        this.own = own.filter(logs::contains);
    }

    /** Believes this computer's log alone, where there is one. */
    public static ReceiptVerifier ofOwn(Optional<LogVerifierKey> own) {
        return new ReceiptVerifier(own.stream().toList(), own);
    }

    /**
     * @param file the document, for messages only
     * @param document SHA-256 of its content
     * @param receipt a file from anywhere
     */
    public ReceiptReport verify(Path file, Digest document, Path receipt) {
        try {
            return report(file, document, receipt, OurReceipt.read(receipt));
        } catch (ProblemException e) {
            return refused(e.problem());
        }
    }

    /**
     * @param receipt where it came from, for messages only
     * @param content of the receipt; may be anything
     */
    public ReceiptReport verify(Path file, Digest document, Path receipt, byte[] content) {
        return OurReceipt.parse(content)
                .map(read -> report(file, document, receipt, read))
                .orElseGet(() -> refused(new ReceiptBroken(receipt)));
    }

    private ReceiptReport report(Path file, Digest document, Path receipt, OurReceipt read) {
        Found found = new Found(
                RecordState.RECORDED,
                read.checkpoint().origin(),
                isOwn(read),
                read.proof().index(),
                read.checkpoint().size(),
                read.extra().commitment().value().hex(),
                read.extra().metadata());
        return new ReceiptReport(Optional.of(found), problem(file, Hash.of(document), receipt, read));
    }

    /** What is wrong comes before what can't be told. */
    private Optional<Problem> problem(Path file, Hash document, Path receipt, OurReceipt read) {
        KeyVerdict verdict = signedBy(read);
        if (verdict == KeyVerdict.REFUTED || !read.leadsToRoot(read.extra().commitment())) {
            return Optional.of(new ReceiptInvalid(receipt));
        }
        // Never by comparing digests: the document's own commitment has to lead to the root.
        if (!read.leadsToRoot(read.extra().commitmentOf(document))) {
            return Optional.of(new ReceiptOtherDocument(file, receipt));
        }
        return verdict == KeyVerdict.SIGNED
                ? Optional.empty()
                : Optional.of(new LogUnknown(read.checkpoint().origin()));
    }

    /** A log that is known by its name but whose known keys didn't sign refutes the receipt. */
    private KeyVerdict signedBy(OurReceipt read) {
        List<LogVerifierKey> candidates = logs.stream()
                .filter(log -> log.name().equals(read.checkpoint().origin()))
                .toList();
        if (candidates.isEmpty()) {
            return KeyVerdict.SILENT;
        }
        List<KeyVerdict> verdicts =
                candidates.stream().map(read.proof().checkpoint()::check).toList();
        return verdicts.contains(KeyVerdict.SIGNED) && !verdicts.contains(KeyVerdict.REFUTED)
                ? KeyVerdict.SIGNED
                : KeyVerdict.REFUTED;
    }

    private boolean isOwn(OurReceipt read) {
        return own.filter(key -> key.name().equals(read.checkpoint().origin()))
                .filter(key -> read.proof().checkpoint().check(key) == KeyVerdict.SIGNED)
                .isPresent();
    }

    private static ReceiptReport refused(Problem problem) {
        return new ReceiptReport(Optional.empty(), Optional.of(problem));
    }
}
