// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;

/**
 * The picture of a signature on pages that don't hold it. A signature has one place (ISO 32000-2, 12.7.5.5): what the other pages
 * show are stamps, laid before it is made, so that it covers them.
 */
public final class PagePictures {

    private final PDDocument target;
    private final Area area;
    private final String words;
    private final COSStream picture;
    private final int pictureRotation;
    private final Map<Integer, PDAppearanceDictionary> turned = new HashMap<>();

    private PagePictures(PDDocument target, PDDocument drawn, Area area, String words) throws IOException {
        this.target = target;
        this.area = area;
        this.words = words;
        PDSignatureField signature = drawn.getSignatureFields().stream()
                .filter(field -> field.getSignature() != null)
                .findFirst()
                .orElseThrow(() -> new IOException("no signature was drawn"));
        this.picture = new Copy(target)
                .cloneForNewDocument(signature
                        .getWidgets()
                        .getFirst()
                        .getNormalAppearanceStream()
                        .getCOSObject());
        this.pictureRotation = drawn.getPage(0).getRotation();
    }

    /**
     * @param original without signatures
     * @param drawn the same with a signature drawn on its first page, signed or not
     * @param words for those who can't see the picture
     * @param result becomes the original with its other pages stamped, as an incremental update
     */
    public static void lay(Path original, Path drawn, Area area, String words, Path result) throws IOException {
        try (PDDocument target = Loader.loadPDF(original.toFile());
                PDDocument source = Loader.loadPDF(drawn.toFile())) {
            PagePictures pictures = new PagePictures(target, source, area, words);
            for (int page = 1; page < target.getNumberOfPages(); page++) {
                pictures.stamp(target.getPage(page));
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(result))) {
                target.saveIncremental(out);
            }
        }
    }

    private void stamp(PDPage page) throws IOException {
        ShownPage shown = ShownPage.of(page);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(shown.rectangle(area));
        stamp.setAppearance(appearance(Math.floorMod(shown.rotation() - pictureRotation, 360)));
        stamp.setContents(words);
        stamp.setPrinted(true);
        stamp.setReadOnly(true);
        stamp.setLocked(true);
        stamp.setLockedContents(true);
        stamp.setPage(page);
        stamp.getCOSObject().setNeedToBeUpdated(true);
        add(page, stamp);
    }

    /** PDFBox's own list of annotations reads and writes each of them; here the others stay as they are. */
    private static void add(PDPage page, PDAnnotationRubberStamp stamp) {
        COSBase present = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
        if (present instanceof COSArray notes) {
            notes.add(stamp.getCOSObject());
            notes.setNeedToBeUpdated(true);
        } else {
            COSArray notes = new COSArray();
            notes.add(stamp.getCOSObject());
            page.getCOSObject().setItem(COSName.ANNOTS, notes);
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    /** One picture for all pages that are turned alike. */
    private PDAppearanceDictionary appearance(int rotation) throws IOException {
        PDAppearanceDictionary known = turned.get(rotation);
        if (known != null) {
            return known;
        }
        COSStream stream = rotation == 0 ? picture : copyOfPicture();
        stream.setNeedToBeUpdated(true);
        PDAppearanceStream drawn = new PDAppearanceStream(stream);
        if (rotation != 0) {
            drawn.setMatrix(
                    Matrix.getRotateInstance(Math.toRadians(rotation), 0, 0).createAffineTransform());
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(drawn);
        turned.put(rotation, appearance);
        return appearance;
    }

    private COSStream copyOfPicture() throws IOException {
        COSStream copy = target.getDocument().createCOSStream();
        picture.entrySet().forEach(entry -> copy.setItem(entry.getKey(), entry.getValue()));
        try (OutputStream out = copy.createRawOutputStream();
                var in = picture.createRawInputStream()) {
            in.transferTo(out);
        }
        return copy;
    }

    /** PDFBox keeps its constructor to those who extend it. */
    private static final class Copy extends PDFCloneUtility {
        Copy(PDDocument destination) {
            super(destination);
        }
    }
}
