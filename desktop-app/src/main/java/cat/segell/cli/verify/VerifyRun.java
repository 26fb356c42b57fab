// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.cli.Inputs;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.WorkFolder;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
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

    public VerifyRun(Validator validator, TrustAnchors anchors, ReceiptCheck receipts, Path workFolder) {
        this.validator = validator;
        this.anchors = anchors;
        this.receipts = receipts;
        this.workFolder = workFolder;
    }

    /** In the order in which the files and folders were named. */
    List<VerifyOutcome> verify(Inputs inputs) {
        DocumentSearch search = DocumentSearch.of(inputs.resolved(), DocumentKind.PDF);
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
            ValidationReport report = validator.validate(document, anchors);
            return new VerifyOutcome(file, Optional.of(report), Optional.empty());
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return failed(file, e.problem());
        }
    }

    private static VerifyOutcome failed(Path input, Problem problem) {
        return new VerifyOutcome(input, Optional.empty(), Optional.of(problem));
    }
}
