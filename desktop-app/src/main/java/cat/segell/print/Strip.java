// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** What stands below each page. Lengths are points on a sheet of A4; on larger ones all of it is larger. */
final class Strip {

    /** Left and right: printers leave the edge white. */
    static final float MARGIN = 24;

    private static final float SIZE = 6.8f;

    private static final float LEADING = 9.2f;

    /** From the line that parts it from the page. */
    private static final float ABOVE = 6;

    private static final float BELOW = 16;

    private static final float QR = 60;

    /** More than the four modules that ISO/IEC 18004 wants around it. */
    private static final float BESIDE_QR = 12;

    /** Of signers: what stands here is a strip, and not the page. */
    private static final int MOST_LINES = 6;

    private final CopyText text;
    private final Typeface regular;
    private final Typeface bold;
    private final Optional<QrPicture> qr;

    Strip(CopyText text, Typeface regular, Typeface bold) {
        this.text = text;
        this.regular = regular;
        this.bold = bold;
        this.qr = text.address().map(QrPicture::new);
    }

    record Line(String text, boolean bold) {}

    /**
     * As it is laid out for a width.
     *
     * @param hidden how many signers have no room
     */
    record Laid(float width, float height, List<Line> lines, int hidden) {
        Laid {
            lines = List.copyOf(lines);
        }
    }

    Laid lay(float width, int pages) throws IOException {
        float room = width - MARGIN - left();
        float number = bold.width(text.page(pages, pages), SIZE) + 2 * LEADING;
        List<Line> lines = new ArrayList<>();
        add(lines, text.heading(), true, room - number);
        for (String warning : text.warnings()) {
            add(lines, warning, true, room);
        }
        int hidden = addSigners(lines, room);
        for (String fact : text.facts()) {
            add(lines, fact, false, room);
        }
        float height = lines.size() * LEADING;
        return new Laid(width, ABOVE + Math.max(height, qr.isPresent() ? QR : 0) + BELOW, lines, hidden);
    }

    /** Where the words begin. */
    private float left() {
        return qr.isPresent() ? MARGIN + QR + BESIDE_QR : MARGIN;
    }

    private void add(List<Line> lines, String words, boolean strong, float room) throws IOException {
        (strong ? bold : regular).lines(words, SIZE, room).forEach(line -> lines.add(new Line(line, strong)));
    }

    /** All of them, or as many as leave room to say how many more there are; one at least. */
    private int addSigners(List<Line> lines, float room) throws IOException {
        List<List<Line>> signers = new ArrayList<>();
        for (String signer : text.signers()) {
            List<Line> own = new ArrayList<>();
            add(own, signer, false, room);
            signers.add(own);
        }
        int shown = signers.size();
        while (shown > 1 && length(signers, shown) + (shown < signers.size() ? 1 : 0) > MOST_LINES) {
            shown--;
        }
        signers.subList(0, shown).forEach(lines::addAll);
        int hidden = signers.size() - shown;
        if (hidden > 0) {
            add(lines, text.more(hidden), false, room);
        }
        return hidden;
    }

    private static int length(List<List<Line>> signers, int shown) {
        return signers.subList(0, shown).stream().mapToInt(List::size).sum();
    }

    /** Once for all pages of a width. */
    PDFormXObject draw(Laid laid, PDDocument into) throws IOException {
        // One of an appearance: of the others PDFBox doesn't learn which signs of the fonts are used.
        PDAppearanceStream form = new PDAppearanceStream(into);
        form.setBBox(new PDRectangle(laid.width(), laid.height()));
        form.setResources(new PDResources());
        try (PDPageContentStream out = new PDPageContentStream(into, form)) {
            out.beginMarkedContent(COSName.getPDFName("Span"), language());
            out.setStrokingColor(0.55f);
            out.setLineWidth(0.5f);
            out.moveTo(MARGIN, laid.height() - 0.5f);
            out.lineTo(laid.width() - MARGIN, laid.height() - 0.5f);
            out.stroke();
            out.setNonStrokingColor(0f);
            if (qr.isPresent()) {
                qr.get().draw(out, MARGIN, laid.height() - ABOVE - QR, QR);
            }
            out.beginText();
            out.newLineAtOffset(left(), baseline(laid));
            out.setLeading(LEADING);
            for (Line line : laid.lines()) {
                out.setFont((line.bold() ? bold : regular).font(), SIZE);
                out.showText(line.text());
                out.newLine();
            }
            out.endText();
            out.endMarkedContent();
        }
        return form;
    }

    private PDPropertyList language() {
        COSDictionary properties = new COSDictionary();
        properties.setString(COSName.LANG, text.language());
        return PDPropertyList.create(properties);
    }

    private static float baseline(Laid laid) {
        return laid.height() - ABOVE - SIZE;
    }

    /** What no two pages have in common. */
    void number(PDPageContentStream out, Laid laid, int page, int pages) throws IOException {
        String words = text.page(page, pages);
        out.beginText();
        out.setFont(bold.font(), SIZE);
        out.newLineAtOffset(laid.width() - MARGIN - bold.width(words, SIZE), baseline(laid));
        out.showText(words);
        out.endText();
    }
}
