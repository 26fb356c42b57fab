// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.io.IOException;
import java.time.InstantSource;

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
        UnpackedSize.requireModest(document);
        try (SignedPdf pdf = SignedPdf.open(document.copy())) {
            return new DocumentJudge(document, pdf, clock.instant()).report(anchors);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
