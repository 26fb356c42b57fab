// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.text.Showable;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font within a document, of which only the signs are kept that are used. */
final class Typeface {

    /** The window's fonts: their licence (SIL OFL) lets documents carry them. */
    private static final String FONTS = "/cat/segell/ui/fonts/";

    private final PDType0Font font;
    private final CmapLookup signs;

    private Typeface(PDType0Font font, CmapLookup signs) {
        this.font = font;
        this.signs = signs;
    }

    static Typeface regular(PDDocument document) throws IOException {
        return load(document, "Inter_400Regular.ttf");
    }

    static Typeface bold(PDDocument document) throws IOException {
        return load(document, "Inter_600SemiBold.ttf");
    }

    private static Typeface load(PDDocument document, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FONTS + file), file)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            document.registerTrueTypeFontForClosing(parsed);
            // A sign that stands for several letters has no letters: nobody would find them.
            parsed.setEnableGsub(false);
            PlainLetters.preferIn(parsed.getCmap());
            return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    PDType0Font font() {
        return font;
    }

    /** In points. */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** With a question mark for what the font has no sign for, and nothing that steers or forges. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        Normalizer.normalize(Showable.of(text), Normalizer.Form.NFC)
                .codePoints()
                .map(sign -> signs.getGlyphId(sign) == 0 ? '?' : sign)
                .forEach(drawable::appendCodePoint);
        return drawable.toString();
    }

    /** Broken between words, and within those that are longer than a line. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : drawable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width && line.codePointCount(0, line.length()) > 1) {
                int fitting = fitting(line, size, width);
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    /** How much of its start fits, and at least a sign. */
    private int fitting(String word, float size, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
