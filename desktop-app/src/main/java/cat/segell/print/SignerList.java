// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** All signers, on pages of their own at the end: where the strip has no room for them. */
final class SignerList {

    /** In points, around the words. */
    private static final float MARGIN = 60;

    private static final float TITLE = 15;

    private static final float SIZE = 10;

    private static final float LEADING = 15;

    private final CopyText text;
    private final Typeface regular;
    private final Typeface bold;
    private final List<List<String>> pages = new ArrayList<>();

    /** @param sheet of each page */
    SignerList(CopyText text, Typeface regular, Typeface bold, Sheet sheet) throws IOException {
        this.text = text;
        this.regular = regular;
        this.bold = bold;
        int most = Math.max(1, (int) ((sheet.free() - 2 * MARGIN - 2 * LEADING) / LEADING));
        List<String> lines = lines(sheet.width() - 2 * MARGIN);
        for (int from = 0; from < lines.size(); from += most) {
            pages.add(List.copyOf(lines.subList(from, Math.min(lines.size(), from + most))));
        }
    }

    private List<String> lines(float room) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> signers = text.signers();
        for (int i = 0; i < signers.size(); i++) {
            lines.addAll(regular.lines(i + 1 + ". " + signers.get(i), SIZE, room));
            lines.add("");
        }
        return lines;
    }

    int pages() {
        return pages.size();
    }

    /** @param page from 0 */
    void draw(PDPageContentStream out, Sheet sheet, int page) throws IOException {
        out.beginText();
        out.setFont(bold.font(), TITLE);
        out.newLineAtOffset(MARGIN, sheet.height() - MARGIN - TITLE);
        out.showText(bold.drawable(text.listTitle()));
        out.setLeading(LEADING);
        out.newLineAtOffset(0, -2 * LEADING);
        out.setFont(regular.font(), SIZE);
        for (String line : pages.get(page)) {
            out.showText(line);
            out.newLine();
        }
        out.endText();
    }
}
