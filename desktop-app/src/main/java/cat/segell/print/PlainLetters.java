// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.jspecify.annotations.Nullable;

/**
 * What the signs of a font stand for. Where one sign stands for several letters, as the apostrophe (U+2019) does for a letter of
 * some alphabets too (U+02BC), the font's own table names the lower number first, and PDFBox writes that into the document: whoever
 * copied or searched the words found another letter. Here the letter that our languages use comes first.
 */
final class PlainLetters extends CmapSubtable {

    private final CmapSubtable own;

    private PlainLetters(CmapSubtable own) {
        this.own = own;
        setPlatformId(own.getPlatformId());
        setPlatformEncodingId(own.getPlatformEncodingId());
    }

    static void preferIn(CmapTable table) {
        table.setCmaps(Arrays.stream(table.getCmaps()).map(PlainLetters::new).toArray(CmapSubtable[]::new));
    }

    @Override
    public int getGlyphId(int letter) {
        return own.getGlyphId(letter);
    }

    /** @return null for a sign that stands for none, as PDFBox expects it */
    @Override
    public @Nullable List<Integer> getCharCodes(int sign) {
        List<Integer> letters = own.getCharCodes(sign);
        return letters == null
                ? null
                : letters.stream()
                        .sorted(Comparator.comparing(PlainLetters::modifies))
                        .toList();
    }

    private static boolean modifies(int letter) {
        return Character.getType(letter) == Character.MODIFIER_LETTER;
    }
}
