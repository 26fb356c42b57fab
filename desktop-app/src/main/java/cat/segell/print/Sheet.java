// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.print.Strip.Laid;
import cat.segell.signature.visible.ShownPage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A page of the copy: as large as the original's, which is on it a little smaller, with the strip below.
 *
 * @param place from the coordinates of the original's page to those of this one
 * @param enlarged how much larger the strip is than on A4
 */
record Sheet(float width, float height, Matrix place, Laid laid, float enlarged) {

    /** In points: readers know no larger page (ISO 32000-1, annex C.2). */
    private static final float LARGEST = 14_400;

    /** The shorter side, in points: there the strip has its own size. */
    private static final float USUAL = PDRectangle.A4.getWidth();

    /** In points: on narrower pages, and where a page would have to become smaller than this part of itself, the sheet is larger instead. */
    private static final float NARROWEST = 340;

    private static final float SMALLEST = 0.75f;

    /** @param unit of the page’s lengths, in points */
    static Sheet of(ShownPage page, float unit, Strip strip, int pages) throws IOException {
        float wide = Math.max(1, page.width());
        float high = Math.max(1, page.height());
        float natural = Math.min(Math.max(1, unit), LARGEST / Math.max(wide, high));
        float width = Math.max(NARROWEST, wide * natural);
        float height = high * natural;
        float enlarged = Math.max(1, Math.min(width, height) / USUAL);
        Laid laid = strip.lay(width / enlarged, pages);
        float below = laid.height() * enlarged;
        float smaller = (height - below) / height;
        if (width > wide * natural || smaller < SMALLEST) {
            smaller = 1;
            height += below;
        }
        float scale = natural * smaller;
        Matrix place = Matrix.getTranslateInstance((width - wide * scale) / 2, below);
        place.scale(scale, scale);
        place.concatenate(upright(page));
        return new Sheet(width, height, place, laid, enlarged);
    }

    /** Without a page of the original. */
    static Sheet blank(Strip strip, int pages) throws IOException {
        PDRectangle size = PDRectangle.A4;
        return new Sheet(size.getWidth(), size.getHeight(), new Matrix(), strip.lay(size.getWidth(), pages), 1);
    }

    /** In points: what is free above the strip. */
    float free() {
        return height - laid.height() * enlarged;
    }

    /** So that its lower left corner, as it is seen, is the origin. */
    private static Matrix upright(ShownPage page) {
        float left = page.shown().getLowerLeftX();
        float below = page.shown().getLowerLeftY();
        float right = page.shown().getUpperRightX();
        float above = page.shown().getUpperRightY();
        return switch (page.rotation()) {
            case 90 -> new Matrix(0, -1, 1, 0, -below, right);
            case 180 -> new Matrix(-1, 0, 0, -1, right, above);
            case 270 -> new Matrix(0, 1, -1, 0, above, -left);
            default -> new Matrix(1, 0, 0, 1, -left, -below);
        };
    }
}
