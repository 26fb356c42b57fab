// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A4 pages with the council's heading, filled from top to bottom. Lengths in points. */
final class Paper implements AutoCloseable {

    static final float LEFT = 72;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private static final float TOP = PDRectangle.A4.getHeight() - 110;
    private static final float BOTTOM = 80;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 1.45f;

    /** Comes with PDFBox; embedded, so that every reader shows every accent. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final String running;
    private PDPageContentStream content;
    private float y;
    private int pages;

    Paper(String title, String running) throws IOException {
        font = font(document);
        this.running = running;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor("Ajuntament de Pràctiques");
        document.getDocumentInformation().setCreationDate(Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        document.getDocumentCatalog().setLanguage("ca");
        content = page();
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // A search for ligatures in each line takes longer than all else about a page.
            font.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(font);
            return PDType0Font.load(document, font, true);
        }
    }

    int pages() {
        return pages;
    }

    void newPage() throws IOException {
        content.close();
        content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages++;
        y = TOP;
        PDPageContentStream fresh = new PDPageContentStream(document, page);
        fresh.setNonStrokingColor(0.55f, 0.11f, 0.16f);
        fresh.addRect(LEFT, PDRectangle.A4.getHeight() - 78, 22, 26);
        fresh.fill();
        fresh.setNonStrokingColor(0.97f, 0.8f, 0.2f);
        fresh.addRect(LEFT + 4, PDRectangle.A4.getHeight() - 74, 3, 18);
        fresh.addRect(LEFT + 10, PDRectangle.A4.getHeight() - 74, 3, 18);
        fresh.addRect(LEFT + 16, PDRectangle.A4.getHeight() - 74, 3, 18);
        fresh.fill();
        fresh.setNonStrokingColor(0f);
        text(fresh, "Ajuntament de Pràctiques", LEFT + 32, PDRectangle.A4.getHeight() - 62, 12, true);
        text(
                fresh,
                "Document de pràctiques, sense valor legal",
                LEFT + 32,
                PDRectangle.A4.getHeight() - 76,
                8.5f,
                false);
        text(fresh, running, LEFT, 48, 8.5f, false);
        text(fresh, "Pàgina " + pages, LEFT + WIDTH - 44, 48, 8.5f, false);
        return fresh;
    }

    private void text(PDPageContentStream to, String words, float x, float base, float size, boolean bold)
            throws IOException {
        to.beginText();
        to.setFont(font, size);
        // The one face that PDFBox brings, drawn a little thicker.
        to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.setLineWidth(bold ? size / 32 : 0);
        to.newLineAtOffset(x, base);
        to.showText(words);
        to.endText();
    }

    void title(String words) throws IOException {
        line(words, 16, true);
        space(8);
    }

    void heading(String words) throws IOException {
        space(8);
        line(words, 12, true);
        space(2);
    }

    void paragraph(String words) throws IOException {
        for (String line : broken(words)) {
            line(line, SIZE, false);
        }
        space(6);
    }

    void space(float points) {
        y -= points;
    }

    private void line(String words, float size, boolean bold) throws IOException {
        demand(size * LEADING);
        y -= size * LEADING;
        text(content, words, LEFT, y, size, bold);
    }

    private void demand(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private List<String> broken(String words) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * SIZE > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cells of equal width; the first row is the heading. */
    void table(List<List<String>> rows) throws IOException {
        float cell = WIDTH / rows.getFirst().size();
        for (int row = 0; row < rows.size(); row++) {
            demand(18);
            y -= 18;
            for (int column = 0; column < rows.get(row).size(); column++) {
                text(content, rows.get(row).get(column), LEFT + column * cell, y + 5, 9.5f, row == 0);
            }
            content.setLineWidth(row == 0 ? 0.8f : 0.3f);
            content.moveTo(LEFT, y);
            content.lineTo(LEFT + WIDTH, y);
            content.stroke();
        }
        space(12);
    }

    /** Bars with their value above and their name below. */
    void bars(List<String> names, int[] values) throws IOException {
        float height = 130;
        demand(height + 40);
        y -= height + 30;
        float step = WIDTH / values.length;
        int most = Arrays.stream(values).max().orElse(1);
        for (int i = 0; i < values.length; i++) {
            float bar = height * values[i] / most;
            content.setNonStrokingColor(0.13f, 0.36f, 0.55f);
            content.addRect(LEFT + i * step + step * 0.15f, y + 16, step * 0.7f, bar);
            content.fill();
            content.setNonStrokingColor(0f);
            text(content, String.valueOf(values[i]), LEFT + i * step + step * 0.3f, y + bar + 19, 8, false);
            text(content, names.get(i), LEFT + i * step + step * 0.3f, y + 4, 8, false);
        }
        space(14);
    }

    /** Over the whole width. */
    void picture(BufferedImage picture, String caption) throws IOException {
        float height = WIDTH * picture.getHeight() / picture.getWidth();
        demand(height + 24);
        y -= height;
        content.drawImage(JPEGFactory.createFromImage(document, picture, 0.8f), LEFT, y, WIDTH, height);
        line(caption, 8.5f, false);
        space(10);
    }

    void save(Path file) throws IOException {
        content.close();
        document.save(file.toFile());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
