// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.print;

import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.WorkFolder;
import cat.segell.print.ReadingCopy;
import cat.segell.print.ReadingCopy.Made;
import cat.segell.print.VerificationCode;
import cat.segell.problem.DocumentProblem.CopyInvalid;
import cat.segell.problem.DocumentProblem.CopyNotPdf;
import cat.segell.problem.DocumentProblem.CopyUnsigned;
import cat.segell.problem.ProblemException;
import cat.segell.signature.dss.PdfInspection;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.nio.file.Path;
import java.util.Optional;

/** Verifies a document, and makes a copy of it where it deserves one. */
record PrintRun(Validator validator, TrustAnchors anchors, Path workFolder) {

    /** @throws ProblemException where there is no copy: then nothing is written */
    PrintOutcome print(CopyPlace to, Optional<VerificationCode> code, Language language) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(to.document(), work)) {
            guardKind(document);
            ValidationReport report = validator.validate(document, anchors);
            guardVerdict(document, report);
            Made made = new ReadingCopy(report, code, language).of(document);
            document.guardUnchanged();
            return new PrintOutcome(
                    document.source(), document.sha256(), report, code, to.put(made.content(), work), made.pages());
        }
    }

    /** One that every reader opens as it is: what has to be repaired has no pages that everybody sees. */
    private static void guardKind(DocumentFile document) throws ProblemException {
        if (!DocumentKind.isPdf(document.source(), document.copy())) {
            throw new ProblemException(new CopyNotPdf(document.source()));
        }
        if (PdfInspection.of(document).signatures() == 0) {
            throw new ProblemException(new CopyUnsigned(document.source()));
        }
    }

    private static void guardVerdict(DocumentFile document, ValidationReport report) throws ProblemException {
        switch (report.verdict()) {
            case UNSIGNED -> throw new ProblemException(new CopyUnsigned(document.source()));
            case INVALID -> throw new ProblemException(new CopyInvalid(document.source()));
            case VALID, INDETERMINATE -> {
                // Each page says which.
            }
        }
    }
}
