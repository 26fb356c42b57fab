// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.cli.Inputs;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.WorkFolder;
import cat.segell.pdf.ReadingCopyMark;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.UsageProblem.OriginalUnused;
import cat.segell.report.ReportedDocument.Apart;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies documents one after another; one that can't be read doesn't keep the others from it. */
public final class VerifyRun {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyRun.class);

    private final Validator validator;
    private final TrustAnchors anchors;
    private final ReceiptCheck receipts;
    private final Path workFolder;
    private final Optional<Path> original;

    public VerifyRun(Validator validator, TrustAnchors anchors, ReceiptCheck receipts, Path workFolder) {
        this(validator, anchors, receipts, workFolder, Optional.empty());
    }

    /** @param original the document of signatures in files of their own; absent for those that lie beside them */
    VerifyRun(
            Validator validator,
            TrustAnchors anchors,
            ReceiptCheck receipts,
            Path workFolder,
            Optional<Path> original) {
        this.validator = validator;
        this.anchors = anchors;
        this.receipts = receipts;
        this.workFolder = workFolder;
        this.original = original;
    }

    /** In the order in which the files and folders were named. */
    List<VerifyOutcome> verify(Inputs inputs) {
        DocumentSearch search = DocumentSearch.of(inputs.resolved(), DocumentKind.SIGNED);
        Map<Path, Digest> read = new LinkedHashMap<>();
        List<VerifyOutcome> outcomes = new ArrayList<>();
        search.found().forEach(found -> outcomes.add(verify(found.file(), read)));
        List<ReceiptCheck.Result> results = receipts.results(read);
        outcomes.replaceAll(outcome -> outcome.with(results, Optional.ofNullable(read.get(outcome.input()))));
        search.missed().forEach(missed -> outcomes.add(failed(missed.input(), missed.problem())));
        outcomes.sort(Comparator.comparingInt(outcome -> inputs.position(outcome.input())));
        return outcomes;
    }

    public VerifyOutcome verify(Path file) {
        return verify(file, new LinkedHashMap<>());
    }

    /** @param read takes the document's digest, also where no verdict comes of it */
    private VerifyOutcome verify(Path file, Map<Path, Digest> read) {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(file, work)) {
            read.put(file, document.sha256());
            Original apart = new Original(document);
            ValidationReport report = validator.validate(document, apart, anchors);
            apart.guardUsed();
            boolean copy = report.verdict() == Verdict.UNSIGNED && ReadingCopyMark.isOn(document.copy());
            return new VerifyOutcome(file, report, apart.seen(), copy);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return failed(file, e.problem());
        }
    }

    /** The document of a signature in a file of its own. */
    private final class Original implements OriginalDocument {

        private final DocumentFile signature;
        private Optional<DocumentFile> used = Optional.empty();

        Original(DocumentFile signature) {
            this.signature = signature;
        }

        @Override
        public Optional<DocumentFile> read() throws ProblemException {
            used = original.isPresent()
                    ? Optional.of(DocumentFile.read(original.get(), signature.work()))
                    : OriginalDocument.beside(signature).read();
            return used;
        }

        Optional<Apart> seen() {
            return used.map(
                    document -> new Apart(String.valueOf(document.source().getFileName()), document.sha256()));
        }

        /** Whoever names a document must not take a verdict on another one for its. */
        void guardUsed() throws ProblemException {
            if (original.isPresent() && used.isEmpty()) {
                throw new ProblemException(new OriginalUnused(signature.source()));
            }
        }
    }

    private static VerifyOutcome failed(Path input, Problem problem) {
        return new VerifyOutcome(input, problem);
    }
}
