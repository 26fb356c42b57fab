// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Pages of another document as pictures: what they draw, and the fields, notes and signatures that are seen on them. Each is a
 * form of its own, cut to its box, so that nothing of it can draw over what stands beside it, nor change how that is drawn.
 */
final class PagePictures {

    /** In bytes, of what pages draw: whoever repeats a large page without end gets no more. */
    private static final long MOST_CONTENT = 2L << 30;

    /** What the drawing can use. Whatever else hangs on it stays behind. */
    private static final List<COSName> USED = List.of(
            COSName.FONT,
            COSName.XOBJECT,
            COSName.EXT_G_STATE,
            COSName.COLORSPACE,
            COSName.PATTERN,
            COSName.SHADING,
            COSName.PROPERTIES);

    private final PDDocument source;
    private final PDDocument target;
    private final Copy copy;
    private long content;

    PagePictures(PDDocument source, PDDocument target) {
        this.source = source;
        this.target = target;
        this.copy = new Copy(target);
    }

    /** PDFBox keeps its constructor to those who extend it. */
    private static final class Copy extends PDFCloneUtility {
        Copy(PDDocument destination) {
            super(destination);
        }
    }

    /** More than anybody reads. */
    static final class Endless extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Something on a page.
     *
     * @param place from the picture's own box to the page
     * @param layer with which it is shown or hidden
     */
    record Note(PDFormXObject picture, Matrix place, Optional<PDPropertyList> layer) {}

    /** Which layers are hidden: else the copy would show what the original doesn't. */
    void copyLayers() throws IOException {
        COSDictionary layers = source.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        if (layers != null) {
            target.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(COSName.OCPROPERTIES, used(layers, List.of(COSName.OCGS, COSName.D)));
        }
    }

    /** In the page's own coordinates. */
    PDFormXObject content(PDPage page) throws IOException {
        PDFormXObject form = new PDFormXObject(target);
        form.setBBox(page.getCropBox());
        PDResources resources = page.getResources();
        form.getCOSObject()
                .setItem(
                        COSName.RESOURCES,
                        resources == null ? new COSDictionary() : used(resources.getCOSObject(), USED));
        COSDictionary group = page.getCOSObject().getCOSDictionary(COSName.GROUP);
        if (group != null && COSName.TRANSPARENCY.equals(group.getCOSName(COSName.S))) {
            COSDictionary own = used(group, List.of(COSName.S, COSName.CS, COSName.K));
            // That of a page is always so (ISO 32000-1 §11.4.7).
            own.setBoolean(COSName.I, true);
            form.getCOSObject().setItem(COSName.GROUP, own);
        }
        try (InputStream in = page.getContents();
                OutputStream out = form.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
            copy(in, out);
        }
        return form;
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            content += read;
            if (content > MOST_CONTENT) {
                throw new Endless();
            }
            out.write(buffer, 0, read);
        }
    }

    /** These of its entries, where they are there. */
    private COSDictionary used(COSDictionary given, List<COSName> keys) throws IOException {
        COSDictionary used = new COSDictionary();
        for (COSName key : keys) {
            COSBase value = given.getItem(key);
            if (value != null) {
                used.setItem(key, copy.cloneForNewDocument(value));
            }
        }
        return used;
    }

    /** In the order in which they are drawn. */
    List<Note> notes(PDPage page) throws IOException {
        List<Note> notes = new ArrayList<>();
        COSArray given = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        for (int i = 0; given != null && i < given.size(); i++) {
            // Readers pass over what is none.
            if (given.getObject(i) instanceof COSDictionary each) {
                PDAnnotation annotation = PDAnnotation.createAnnotation(each);
                if (isSeen(annotation)) {
                    note(annotation).ifPresent(notes::add);
                }
            }
        }
        return notes;
    }

    private static boolean isSeen(PDAnnotation annotation) {
        return switch (annotation) {
            // A link leads nowhere here, and the note that a popup shows is closed on paper.
            case PDAnnotationLink _, PDAnnotationPopup _ -> false;
            case PDAnnotationUnknown unknown when unknown.isInvisible() -> false;
            default -> !annotation.isHidden() && !annotation.isNoView();
        };
    }

    private Optional<Note> note(PDAnnotation annotation) throws IOException {
        if (annotation.getAppearance() == null && !(annotation instanceof PDAnnotationWidget)) {
            // As readers draw it that find no picture.
            annotation.constructAppearances(source);
        }
        PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
        PDRectangle room = annotation.getRectangle();
        if (appearance == null || room == null || appearance.getBBox() == null) {
            return Optional.empty();
        }
        Optional<Matrix> place = place(appearance, room);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        PDFormXObject picture = new PDFormXObject(copy.cloneForNewDocument(appearance.getCOSObject()));
        COSDictionary layer = annotation.getCOSObject().getCOSDictionary(COSName.OC);
        return Optional.of(new Note(
                picture,
                place.get(),
                layer == null
                        ? Optional.empty()
                        : Optional.of(PDPropertyList.create(copy.cloneForNewDocument(layer)))));
    }

    /** ISO 32000-1 §12.5.5, algorithm 8.1; absent where nothing would be seen. */
    private static Optional<Matrix> place(PDAppearanceStream appearance, PDRectangle room) {
        PDRectangle own = bounds(appearance.getBBox(), appearance.getMatrix());
        float wide = room.getWidth() / own.getWidth();
        float high = room.getHeight() / own.getHeight();
        if (!Float.isFinite(wide) || !Float.isFinite(high) || wide == 0 || high == 0) {
            return Optional.empty();
        }
        return Optional.of(new Matrix(
                wide,
                0,
                0,
                high,
                room.getLowerLeftX() - own.getLowerLeftX() * wide,
                room.getLowerLeftY() - own.getLowerLeftY() * high));
    }

    /** Of a box that is turned or shifted. */
    private static PDRectangle bounds(PDRectangle box, Matrix by) {
        List<Vector> corners = new ArrayList<>();
        for (float x : new float[] {box.getLowerLeftX(), box.getUpperRightX()}) {
            for (float y : new float[] {box.getLowerLeftY(), box.getUpperRightY()}) {
                corners.add(by.transform(new Vector(x, y)));
            }
        }
        double left = corners.stream().mapToDouble(Vector::getX).min().orElseThrow();
        double below = corners.stream().mapToDouble(Vector::getY).min().orElseThrow();
        double right = corners.stream().mapToDouble(Vector::getX).max().orElseThrow();
        double above = corners.stream().mapToDouble(Vector::getY).max().orElseThrow();
        return new PDRectangle((float) left, (float) below, (float) (right - left), (float) (above - below));
    }
}
