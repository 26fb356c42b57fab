// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies documents one after another; one that can't be read doesn't keep the others from it. */
final class VerifyRun {

    private final Validator validator;
    private final TrustAnchors anchors;
    private final ReceiptCheck receipts;
    private final Path workFolder;

    VerifyRun(Validator validator, TrustAnchors anchors, ReceiptCheck receipts, Path workFolder) {
        this.validator = validator;
        this.anchors = anchors;
        this.receipts = receipts;
        this.workFolder = workFolder;
    }

    /** @param input a file, or a folder of PDFs */
    List<VerifyOutcome> verify(Path input) {
        List<VerifyOutcome> outcomes = new ArrayList<>();
        try {
            for (Path file : FilesBelow.of(input, FilesBelow::isPdf)) {
                outcomes.add(verifyFile(file));
            }
        } catch (ProblemException e) {
            outcomes.add(new VerifyOutcome(input, Optional.empty(), Optional.of(e.problem()), List.of()));
        }
        return outcomes;
    }

    private VerifyOutcome verifyFile(Path file) {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(file, work)) {
            ValidationReport report = validator.validate(document, anchors);
            return new VerifyOutcome(file, Optional.of(report), Optional.empty(), receipts.of(file, document.sha256()));
        } catch (ProblemException e) {
            return new VerifyOutcome(file, Optional.empty(), Optional.of(e.problem()), List.of());
        }
    }
}
