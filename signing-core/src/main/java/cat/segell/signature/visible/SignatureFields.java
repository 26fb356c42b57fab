// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.credential.Credential;
import cat.segell.pdf.PdfSignatures;
import cat.segell.problem.DocumentProblem.FieldDemands;
import cat.segell.problem.DocumentProblem.FieldSigned;
import cat.segell.problem.DocumentProblem.FieldUnknown;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.WaitingField;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The fields in which a document wants to be signed. */
public final class SignatureFields {

    private final PDDocument pdf;
    private final Path file;
    private final List<PDSignatureField> fields;

    /** @param file as it is told to people */
    public SignatureFields(PDDocument pdf, Path file) {
        this.pdf = pdf;
        this.file = file;
        this.fields = pdf.getSignatureFields();
    }

    /**
     * @param name in full
     * @throws ProblemException {@code FIELD-UNKNOWN}, {@code FIELD-SIGNED}, or {@code FIELD-DEMANDS} where its author demands
     *     more than this signature gives
     */
    public PDSignatureField waiting(String name, Credential signer, SignatureProfile profile) throws ProblemException {
        PDSignatureField field = fields.stream()
                .filter(each -> name.equals(each.getFullyQualifiedName()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new FieldUnknown(file, name, waiting())));
        if (field.getSignature() != null) {
            throw new ProblemException(new FieldSigned(file, name, waiting()));
        }
        List<String> unmet = FieldConditions.unmet(field, signer, profile);
        if (!unmet.isEmpty()) {
            throw new ProblemException(new FieldDemands(file, name, unmet));
        }
        return field;
    }

    /** Where nobody named a place, the field that waits for this person, if just one does. */
    public Place settled(Place place, Credential signer, SignerClaims claims) {
        return FieldOwner.settled(place, waitingFields(), signer, claims);
    }

    /** Those in which nobody has signed, in the order of the form. */
    public List<WaitingField> waitingFields() {
        return PdfSignatures.waitingFields(pdf).stream()
                .map(SignatureFields::waitingField)
                .toList();
    }

    private static WaitingField waitingField(PDSignatureField field) {
        return new WaitingField(
                field.getFullyQualifiedName(),
                Stream.of(field.getPartialName(), field.getAlternateFieldName())
                        .filter(Objects::nonNull)
                        .toList(),
                FieldConditions.admission(field));
    }

    /** Nothing wide and nothing high where it has no box. */
    public static Area area(PDSignatureField field) {
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        PDRectangle box = widget.getRectangle();
        if (box == null) {
            return new Area(0, 0, 0, 0);
        }
        PDPage page = widget.getPage();
        return page == null
                ? new Area(0, 0, box.getWidth(), box.getHeight())
                : ShownPage.of(page).area(box);
    }

    /** What is told of those in which nobody has signed. */
    private List<String> waiting() {
        return PdfSignatures.waiting(pdf).words();
    }
}
