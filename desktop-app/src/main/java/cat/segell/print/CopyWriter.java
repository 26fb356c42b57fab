// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.document.DocumentFile;
import cat.segell.pdf.ReadingCopyMark;
import cat.segell.print.PagePictures.Note;
import cat.segell.print.Strip.Laid;
import cat.segell.signature.visible.ShownPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** Fills one document with the copy of another. */
final class CopyWriter {

    /** More than any document that people read: what has more is made to keep programs busy. */
    private static final int MOST_PAGES = 20_000;

    private final PDDocument source;
    private final PDDocument target;
    private final CopyText text;
    private final Typeface regular;
    private final Typeface bold;
    private final Strip strip;
    private final PagePictures pictures;
    private final Map<Laid, PDFormXObject> drawn = new HashMap<>();

    CopyWriter(PDDocument source, PDDocument target, CopyText text) throws IOException {
        this.source = source;
        this.target = target;
        this.text = text;
        this.regular = Typeface.regular(target);
        this.bold = Typeface.bold(target);
        this.strip = new Strip(text, regular, bold);
        this.pictures = new PagePictures(source, target);
    }

    /** @return how many pages the copy has */
    int write(DocumentFile document) throws IOException {
        // Asked for, PDFBox draws the fields that are filled in and have no picture yet.
        source.getDocumentCatalog().getAcroForm();
        pictures.copyLayers();
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : source.getPages()) {
            pages.add(page);
            if (pages.size() > MOST_PAGES) {
                throw new PagePictures.Endless();
            }
        }
        int all = copy(pages);
        new OriginalInside(target, text).attach(document);
        describe();
        return all;
    }

    private int copy(List<PDPage> pages) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (PDPage page : pages) {
            sheets.add(Sheet.of(ShownPage.of(page), page.getUserUnit(), strip, MOST_PAGES));
        }
        Sheet blank = Sheet.blank(strip, MOST_PAGES);
        boolean listed = sheets.stream().anyMatch(sheet -> sheet.laid().hidden() > 0);
        SignerList list = new SignerList(text, regular, bold, blank);
        int all = pages.size() + (listed ? list.pages() : 0);
        for (int i = 0; i < pages.size(); i++) {
            copy(pages.get(i), sheets.get(i), i + 1, all);
        }
        for (int i = pages.size(); i < all; i++) {
            try (PDPageContentStream out = begin(blank)) {
                list.draw(out, blank, i - pages.size());
                finish(out, blank, i + 1, all);
            }
        }
        return all;
    }

    private PDPageContentStream begin(Sheet sheet) throws IOException {
        PDPage page = new PDPage(new PDRectangle(sheet.width(), sheet.height()));
        target.addPage(page);
        return new PDPageContentStream(target, page, AppendMode.OVERWRITE, true);
    }

    private void copy(PDPage page, Sheet sheet, int number, int all) throws IOException {
        PDFormXObject content = pictures.content(page);
        List<Note> notes = pictures.notes(page);
        try (PDPageContentStream out = begin(sheet)) {
            out.saveGraphicsState();
            out.transform(sheet.place());
            PDRectangle shown = page.getCropBox();
            out.addRect(shown.getLowerLeftX(), shown.getLowerLeftY(), shown.getWidth(), shown.getHeight());
            out.clip();
            out.drawForm(content);
            for (Note note : notes) {
                draw(out, note);
            }
            out.restoreGraphicsState();
            finish(out, sheet, number, all);
        }
    }

    private static void draw(PDPageContentStream out, Note note) throws IOException {
        if (note.layer().isPresent()) {
            out.beginMarkedContent(COSName.OC, note.layer().get());
        }
        out.saveGraphicsState();
        out.transform(note.place());
        out.drawForm(note.picture());
        out.restoreGraphicsState();
        if (note.layer().isPresent()) {
            out.endMarkedContent();
        }
    }

    private void finish(PDPageContentStream out, Sheet sheet, int number, int all) throws IOException {
        PDFormXObject below = drawn.get(sheet.laid());
        if (below == null) {
            below = strip.draw(sheet.laid(), target);
            drawn.put(sheet.laid(), below);
        }
        out.saveGraphicsState();
        out.transform(Matrix.getScaleInstance(sheet.enlarged(), sheet.enlarged()));
        out.drawForm(below);
        strip.number(out, sheet.laid(), number, all);
        out.restoreGraphicsState();
    }

    private void describe() {
        target.getDocument().setVersion(1.7f);
        target.getDocumentInformation().setTitle(text.title());
        target.getDocumentInformation().setProducer("Segell");
        PDDocumentCatalog catalog = target.getDocumentCatalog();
        String language = source.getDocumentCatalog().getLanguage();
        boolean told = language != null && language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
        catalog.setLanguage(told ? language : text.language());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        ReadingCopyMark.put(target);
    }
}
