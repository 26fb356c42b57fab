// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.visible.SignatureFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * In which field of a PDF a signature will stand, before anybody signs.
 *
 * @param waiting names of the fields in which nobody has signed
 * @param taken of them, by this signature, if its author admits it; absent where it gets a field of its own
 */
public record FieldChoice(List<String> waiting, Optional<String> taken) {

    public FieldChoice {
        waiting = List.copyOf(waiting);
    }

    /** @throws ProblemException a {@code DocumentProblem} where no fields can be read */
    public static FieldChoice of(DocumentFile document, Credential signer, SignatureProfile profile)
            throws ProblemException {
        PdfGuard.check(document);
        try (PDDocument pdf = Loader.loadPDF(document.copy().toFile())) {
            SignatureFields fields = new SignatureFields(pdf, document.source());
            return new FieldChoice(
                    fields.waiting(),
                    profile.appearance()
                            .map(Appearance::place)
                            .map(place -> fields.settled(place, signer, profile.claims()))
                            .flatMap(place -> place instanceof Appearance.Field(String name)
                                    ? Optional.of(name).filter(fields.waiting()::contains)
                                    : Optional.empty()));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }
}
