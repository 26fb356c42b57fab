// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.PageMissing;
import cat.segell.problem.DocumentProblem.VisibleAfterOthers;
import cat.segell.problem.DocumentProblem.VisibleCovers;
import cat.segell.problem.DocumentProblem.VisibleNoRoom;
import cat.segell.problem.DocumentProblem.VisibleOutside;
import cat.segell.problem.DocumentProblem.VisibleTooSmall;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.Appearance.Box;
import cat.segell.signature.Appearance.EveryPage;
import cat.segell.signature.Appearance.Field;
import cat.segell.signature.Appearance.FreeSpace;
import cat.segell.signature.Appearance.Nowhere;
import cat.segell.signature.Appearance.OwnField;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.visible.AppearanceText;
import cat.segell.signature.visible.FreeRoom;
import cat.segell.signature.visible.Logo;
import cat.segell.signature.visible.PageNotes;
import cat.segell.signature.visible.ShownPage;
import cat.segell.signature.visible.SignatureFields;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.SignerTextPosition;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Where a signature is seen in a PDF, and what is read there, in DSS's words. */
final class PdfAppearance {

    /** In points: in less, nobody reads a name. */
    private static final float LEAST_WIDTH = 60;

    private static final float LEAST_HEIGHT = 24;

    /** In points: room for six lines that are read without a lens. */
    private static final float USUAL_WIDTH = 220;

    private static final float USUAL_HEIGHT = 72;

    private static final float PADDING = 3;

    private static final Area NOWHERE = new Area(0, 0, 0, 0);

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
            SignatureFields fields = new SignatureFields(pdf, document.source());
            Area area = switch (fields.settled(appearance.place(), signer, profile.claims())) {
                case Box box -> place(pdf, box, document, parameters);
                case EveryPage(Area everywhere) ->
                    place(pdf, onEveryPage(pdf, everywhere, document), document, parameters);
                case FreeSpace _ -> place(pdf, free(pdf, document), document, parameters);
                case OwnField _, Nowhere _ -> NOWHERE;
                case Field(String name) -> {
                    PDSignatureField field = fields.waiting(name, signer, profile);
                    parameters.getFieldParameters().setFieldId(name);
                    yield SignatureFields.area(field);
                }
            };
            if (isReadable(area)) {
                SignatureImageTextParameters text = text(appearance, area, signer, profile.claims(), signedAt);
                parameters.setTextParameters(text);
                if (appearance.logo().isPresent()) {
                    parameters.setImage(new InMemoryDocument(
                            Logo.read(appearance.logo().get()).beside(area), "logo.png"));
                    parameters.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
                    text.setSignerTextPosition(SignerTextPosition.RIGHT);
                }
            }
            return parameters;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    private static SignatureImageTextParameters text(
            Appearance appearance, Area area, Credential signer, SignerClaims claims, Instant signedAt)
            throws IOException {
        DSSFileFont font = DSSFileFont.initializeDefault();
        font.setEmbedFontSubset(true);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setFont(font);
        text.setText(AppearanceText.of(
                signer, claims, forWords(area, appearance), signedAt, appearance.language(), drawable(font)));
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setPadding(PADDING);
        return text;
    }

    /** A logo takes a part of it. */
    private static Area forWords(Area area, Appearance appearance) {
        return appearance.logo().isEmpty()
                ? area
                : new Area(area.x(), area.y(), area.width() * Logo.WORDS_PART, area.height());
    }

    private static IntPredicate drawable(DSSFileFont font) throws IOException {
        try (InputStream in = font.getInputStream();
                TrueTypeFont signs = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup lookup = signs.getUnicodeCmapLookup();
            return sign -> lookup.getGlyphId(sign) != 0;
        }
    }

    private static Area onPage(PDDocument pdf, int number, Area area, DocumentFile document) throws ProblemException {
        ShownPage page = ShownPage.of(pdf.getPage(number - 1));
        if (!isReadable(area)) {
            throw new ProblemException(new VisibleTooSmall(
                    document.source(),
                    Math.round(area.width()),
                    Math.round(area.height()),
                    Math.round(LEAST_WIDTH),
                    Math.round(LEAST_HEIGHT)));
        }
        if (!page.holds(area)) {
            throw new ProblemException(
                    new VisibleOutside(document.source(), number, Math.round(page.width()), Math.round(page.height())));
        }
        return area;
    }

    private static Box onEveryPage(PDDocument pdf, Area area, DocumentFile document)
            throws IOException, ProblemException {
        if (!pdf.getSignatureDictionaries().isEmpty()) {
            throw new ProblemException(new VisibleAfterOthers(document.source()));
        }
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            onPage(pdf, page, area, document);
            if (PageNotes.of(pdf.getPage(page - 1)).stream().anyMatch(area::meets)) {
                throw new ProblemException(new VisibleCovers(document.source()));
            }
        }
        return new Box(1, area);
    }

    private static Box free(PDDocument pdf, DocumentFile document) throws IOException, ProblemException {
        int last = pdf.getNumberOfPages();
        return new Box(
                last,
                FreeRoom.find(pdf, last - 1, USUAL_WIDTH, USUAL_HEIGHT)
                        .orElseThrow(() -> new ProblemException(new VisibleNoRoom(
                                document.source(), last, Math.round(USUAL_WIDTH), Math.round(USUAL_HEIGHT)))));
    }

    private static Area place(PDDocument pdf, Box box, DocumentFile document, SignatureImageParameters parameters)
            throws ProblemException {
        int pages = pdf.getNumberOfPages();
        int page = box.page() < 0 ? pages + 1 + box.page() : box.page();
        if (page < 1 || page > pages) {
            throw new ProblemException(new PageMissing(document.source(), box.page(), pages));
        }
        // DSS counts from the media box.
        Area area = ShownPage.of(pdf.getPage(page - 1)).uncropped(onPage(pdf, page, box.area(), document));
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(page);
        field.setOriginX(area.x());
        field.setOriginY(area.y());
        field.setWidth(area.width());
        field.setHeight(area.height());
        field.setRotation(VisualSignatureRotation.AUTOMATIC);
        parameters.setFieldParameters(field);
        return area;
    }

    /** Many fields are not meant to be seen, and have no box. */
    private static boolean isReadable(Area area) {
        return area.width() >= LEAST_WIDTH && area.height() >= LEAST_HEIGHT;
    }
}
