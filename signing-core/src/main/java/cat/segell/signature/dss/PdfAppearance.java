// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.FieldDemands;
import cat.segell.problem.DocumentProblem.FieldSigned;
import cat.segell.problem.DocumentProblem.FieldUnknown;
import cat.segell.problem.DocumentProblem.PageMissing;
import cat.segell.problem.DocumentProblem.VisibleOutside;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.SignatureProfile;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Where a signature is seen in a PDF, and what is read there, in DSS's words. */
final class PdfAppearance {

    /** In points: in less, nobody reads a name. */
    private static final float LEAST_WIDTH = 60;

    private static final float LEAST_HEIGHT = 24;

    private static final float PADDING = 3;

    private PdfAppearance() {}

    /**
     * @param signedAt as the signer claims it
     * @throws ProblemException a {@code DocumentProblem} where the document has no such place
     */
    static SignatureImageParameters of(
            DocumentFile document, Appearance appearance, Credential signer, SignatureProfile profile, Instant signedAt)
            throws ProblemException {
        SignatureImageParameters parameters = new SignatureImageParameters();
        try (PDDocument pdf = Loader.loadPDF(document.copy().toFile())) {
            boolean seen = switch (appearance.place()) {
                case Box box -> {
                    parameters.setFieldParameters(box(pdf, box, document));
                    yield true;
                }
                case Field named -> {
                    PDSignatureField field = field(pdf, named, profile, document);
                    parameters.getFieldParameters().setFieldId(named.name());
                    yield isReadable(field);
                }
            };
            if (seen) {
                parameters.setTextParameters(text(appearance, signer, signedAt));
            }
            return parameters;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    private static SignatureImageTextParameters text(Appearance appearance, Credential signer, Instant signedAt)
            throws IOException {
        DSSFileFont font = DSSFileFont.initializeDefault();
        font.setEmbedFontSubset(true);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setFont(font);
        text.setText(AppearanceText.of(signer, signedAt, appearance.language(), drawable(font)));
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setPadding(PADDING);
        return text;
    }

    private static IntPredicate drawable(DSSFileFont font) throws IOException {
        try (InputStream in = font.getInputStream();
                TrueTypeFont signs = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup lookup = signs.getUnicodeCmapLookup();
            return sign -> lookup.getGlyphId(sign) != 0;
        }
    }

    private static SignatureFieldParameters box(PDDocument pdf, Box box, DocumentFile document)
            throws ProblemException {
        int pages = pdf.getNumberOfPages();
        int page = box.page() < 0 ? pages + 1 + box.page() : box.page();
        if (page < 1 || page > pages) {
            throw new ProblemException(new PageMissing(document.source(), box.page(), pages));
        }
        PDPage shown = pdf.getPage(page - 1);
        guardInside(box, shown, page, document);
        SignatureFieldParameters parameters = new SignatureFieldParameters();
        parameters.setPage(page);
        Margins cut = Margins.of(shown);
        parameters.setOriginX(box.x() + cut.left());
        parameters.setOriginY(box.y() + cut.top());
        parameters.setWidth(box.width());
        parameters.setHeight(box.height());
        parameters.setRotation(VisualSignatureRotation.AUTOMATIC);
        return parameters;
    }

    /** What of a page isn't shown, left and above of it as it is shown: DSS counts from there. */
    private record Margins(float left, float top) {

        static Margins of(PDPage page) {
            PDRectangle all = page.getMediaBox();
            PDRectangle shown = page.getCropBox();
            float left = shown.getLowerLeftX() - all.getLowerLeftX();
            float below = shown.getLowerLeftY() - all.getLowerLeftY();
            float right = all.getUpperRightX() - shown.getUpperRightX();
            float above = all.getUpperRightY() - shown.getUpperRightY();
            return switch (Math.floorMod(page.getRotation(), 360)) {
                case 90 -> new Margins(below, left);
                case 180 -> new Margins(right, below);
                case 270 -> new Margins(above, right);
                default -> new Margins(left, above);
            };
        }
    }

    private static void guardInside(Box box, PDPage page, int number, DocumentFile document) throws ProblemException {
        PDRectangle crop = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float width = turned ? crop.getHeight() : crop.getWidth();
        float height = turned ? crop.getWidth() : crop.getHeight();
        boolean inside =
                box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= width && box.y() + box.height() <= height;
        if (!inside || box.width() < LEAST_WIDTH || box.height() < LEAST_HEIGHT) {
            throw new ProblemException(new VisibleOutside(
                    document.source(),
                    number,
                    Math.round(width),
                    Math.round(height),
                    Math.round(LEAST_WIDTH),
                    Math.round(LEAST_HEIGHT)));
        }
    }

    /** Many fields are not meant to be seen, and have no box. */
    private static boolean isReadable(PDSignatureField field) {
        PDRectangle box = field.getWidgets().getFirst().getRectangle();
        return box != null && box.getWidth() >= LEAST_WIDTH && box.getHeight() >= LEAST_HEIGHT;
    }

    private static PDSignatureField field(PDDocument pdf, Field named, SignatureProfile profile, DocumentFile document)
            throws ProblemException {
        List<PDSignatureField> fields = pdf.getSignatureFields();
        PDSignatureField field = fields.stream()
                .filter(each -> named.name().equals(each.getFullyQualifiedName()))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(new FieldUnknown(document.source(), named.name(), waiting(fields))));
        if (field.getSignature() != null) {
            throw new ProblemException(new FieldSigned(document.source(), named.name(), waiting(fields)));
        }
        List<String> unmet = FieldConditions.unmet(field, profile);
        if (!unmet.isEmpty()) {
            throw new ProblemException(new FieldDemands(document.source(), named.name(), unmet));
        }
        return field;
    }

    private static List<String> waiting(List<PDSignatureField> fields) {
        return fields.stream()
                .filter(field -> field.getSignature() == null)
                .map(PDSignatureField::getFullyQualifiedName)
                .toList();
    }
}
