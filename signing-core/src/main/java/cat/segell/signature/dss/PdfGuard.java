// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.pdf.UnpackedSize;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentNoPages;
import cat.segell.problem.DocumentProblem.DocumentRestricted;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lets only those PDFs pass that every reader opens as they are. A repaired file is another file: what its signature covers
 * would depend on who repairs it.
 */
final class PdfGuard {

    private PdfGuard() {}

    /**
     * @return what it saw there, as {@link PdfInspection#strict} says
     * @throws ProblemException a {@code DocumentProblem}
     */
    static Optional<PdfInspection> check(DocumentFile document) throws ProblemException {
        PdfStructure.requireHeader(document);
        UnpackedSize.requireModest(document);
        Path source = document.source();
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(document.copy());
                PDDocument pdf = PdfStructure.parse(in, false)) {
            if (pdf.isEncrypted()) {
                throw new ProblemException(new DocumentRestricted(source));
            }
            if (!PdfStructure.pointsToObjects(in, pdf.getDocument().getXrefTable())) {
                throw new ProblemException(new DocumentDamaged(source));
            }
            if (!pdf.getPages().iterator().hasNext()) {
                throw new ProblemException(new DocumentNoPages(source));
            }
            return PdfInspection.strict(pdf, document);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
