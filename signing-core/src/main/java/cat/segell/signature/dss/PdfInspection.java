// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.ProblemException;
import cat.segell.signature.WaitingField;
import cat.segell.signature.visible.SignatureFields;
import java.io.IOException;
import java.util.List;
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
        PdfGuard.check(document);
        return read(document);
    }

    /** Of one that was checked. */
    static PdfInspection read(DocumentFile document) throws ProblemException {
        try (PDDocument pdf = Loader.loadPDF(document.copy().toFile())) {
            return new PdfInspection(
                    pdf.getNumberOfPages(),
                    pdf.getSignatureDictionaries().size(),
                    new SignatureFields(pdf, document.source()).waitingFields());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
