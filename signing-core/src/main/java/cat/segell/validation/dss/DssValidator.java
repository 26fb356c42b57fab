// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Validates PDFs with EU DSS under a hardened policy, and with our own rule on what lies behind a signature. */
public final class DssValidator implements Validator {

    private final InstantSource clock;
    private final Optional<StatusHttp> issuers;

    /** Asks nobody. */
    public DssValidator() {
        this(InstantSource.system(), Optional.empty());
    }

    /** @param issuers asks them what they say of certificates whose authority is believed; the caller closes it */
    public DssValidator(StatusHttp issuers) {
        this(InstantSource.system(), Optional.of(issuers));
    }

    /** @param clock when the validation takes place */
    DssValidator(InstantSource clock, Optional<StatusHttp> issuers) {
        this.clock = clock;
        this.issuers = issuers;
    }

    @Override
    public ValidationReport validate(DocumentFile document, TrustAnchors anchors) throws ProblemException {
        PdfStructure.requireHeader(document);
        UnpackedSize.requireModest(document);
        try (SignedPdf pdf = SignedPdf.open(document.copy())) {
            Optional<StatusLoader> loader =
                    issuers.map(StatusHttp::forOneDocument).map(StatusLoader::new);
            DssEngine engine = new DssEngine(anchors, loader, clock.instant());
            return new DocumentJudge(document, pdf, engine, anchors).report();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
