// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfStructure;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentEncrypted;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Validates PDFs with EU DSS under a hardened policy, and with our own rule on what lies behind a signature. */
public final class DssValidator implements Validator {

    private final InstantSource clock;

    public DssValidator() {
        this(InstantSource.system());
    }

    /** @param clock when the validation takes place */
    DssValidator(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ValidationReport validate(DocumentFile document, TrustAnchors anchors) throws ProblemException {
        PdfStructure.requireHeader(document);
        try (SignedPdf pdf = SignedPdf.open(document.copy())) {
            return new DocumentJudge(document, pdf, clock.instant()).report(anchors);
        } catch (InvalidPasswordException e) {
            throw new ProblemException(new DocumentEncrypted(document.source()), e);
        } catch (IOException e) {
            throw new ProblemException(new DocumentDamaged(document.source()), e);
        } catch (RuntimeException | StackOverflowError e) {
            // DSS and PDFBox answer some malformed files with unchecked exceptions of many types.
            throw new ProblemException(new DocumentDamaged(document.source()), e);
        }
    }
}
