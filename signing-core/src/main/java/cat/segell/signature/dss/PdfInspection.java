// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.ProblemException;
import cat.segell.signature.WaitingField;
import cat.segell.signature.visible.SignatureFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What can be told of a PDF before anybody signs it.
 *
 * @param signatures that it carries already, time-stamps of its own among them; not what they are worth
 * @param waiting those of its signature fields in which nobody has signed
 */
public record PdfInspection(int pages, int signatures, List<WaitingField> waiting) {

    public PdfInspection {
        waiting = List.copyOf(waiting);
    }

    /**
     * Of a PDF that every reader opens as it is.
     *
     * @throws ProblemException the {@code DocumentProblem} that signing it would end with
     */
    public static PdfInspection of(DocumentFile document) throws ProblemException {
        Optional<PdfInspection> seen = PdfGuard.check(document);
        return seen.isPresent() ? seen.get() : forgiving(document);
    }

    /** Absent where its form can be read by who forgives more than the guard. */
    static Optional<PdfInspection> strict(PDDocument checked, DocumentFile document) {
        try {
            return Optional.of(read(checked, document));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static PdfInspection read(PDDocument pdf, DocumentFile document) {
        return new PdfInspection(
                pdf.getNumberOfPages(),
                pdf.getSignatureDictionaries().size(),
                new SignatureFields(pdf, document.source()).waitingFields());
    }

    private static PdfInspection forgiving(DocumentFile document) throws ProblemException {
        try (PDDocument pdf = Loader.loadPDF(document.copy().toFile())) {
            return read(pdf, document);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
