// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** The boxes of a page's fields, notes and signatures: seen or not, they are taken. */
public final class PageNotes {

    private PageNotes() {}

    public static List<Area> of(PDPage page) throws IOException {
        ShownPage shown = ShownPage.of(page);
        return page.getAnnotations().stream()
                .map(PDAnnotation::getRectangle)
                .filter(Objects::nonNull)
                .map(shown::area)
                .toList();
    }
}
