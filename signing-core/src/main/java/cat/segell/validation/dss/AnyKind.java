// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.DocumentProblem.DocumentDoctype;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.ProblemException;
import cat.segell.validation.coverage.DocumentBomb;
import cat.segell.validation.coverage.SignedKind;
import cat.segell.xml.XmlDoctype;
import java.io.IOException;

/** Opens a signed file by what it is. Whatever a hostile one throws on the way becomes a problem of that document. */
final class AnyKind {

    private AnyKind() {}

    interface PdfReading<T> {
        T of(SignedPdf pdf) throws ProblemException, IOException;
    }

    interface OtherReading<T> {
        T of(SignedKind kind) throws ProblemException, IOException;
    }

    /** @throws ProblemException a {@code DocumentProblem} where it can't be read, or not within limits */
    static <T> T read(DocumentFile document, PdfReading<T> pdf, OtherReading<T> other) throws ProblemException {
        try {
            SignedKind kind = SignedKind.of(document.copy());
            return kind == SignedKind.PDF || DocumentKind.isPdf(document.source(), document.copy())
                    ? opened(document, pdf)
                    : other.of(kind);
        } catch (DocumentBomb e) {
            throw new ProblemException(new DocumentTooDemanding(document.source()), e);
        } catch (XmlDoctype e) {
            throw new ProblemException(new DocumentDoctype(document.source()), e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }

    private static <T> T opened(DocumentFile document, PdfReading<T> reading) throws ProblemException, IOException {
        PdfStructure.requireHeader(document);
        UnpackedSize.requireModest(document);
        try (SignedPdf pdf = SignedPdf.open(document.copy())) {
            return reading.of(pdf);
        }
    }
}
