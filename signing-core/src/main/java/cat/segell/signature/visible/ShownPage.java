// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page as it is seen: cut to its crop box, and turned. Lengths are points.
 *
 * @param all the media box
 * @param shown the crop box
 * @param rotation clockwise: 0, 90, 180 or 270
 */
public record ShownPage(PDRectangle all, PDRectangle shown, int rotation) {

    public static ShownPage of(PDPage page) {
        return new ShownPage(page.getMediaBox(), page.getCropBox(), Math.floorMod(page.getRotation(), 360));
    }

    public float width() {
        return isTurned() ? shown.getHeight() : shown.getWidth();
    }

    public float height() {
        return isTurned() ? shown.getWidth() : shown.getHeight();
    }

    private boolean isTurned() {
        return rotation % 180 != 0;
    }

    /** Whether all of it lies on the page. */
    public boolean holds(Area area) {
        return area.x() >= 0
                && area.y() >= 0
                && area.x() + area.width() <= width()
                && area.y() + area.height() <= height();
    }

    /** The same area, counted from the corner of the media box, which is turned as the page is. */
    public Area uncropped(Area area) {
        float left = shown.getLowerLeftX() - all.getLowerLeftX();
        float below = shown.getLowerLeftY() - all.getLowerLeftY();
        float right = all.getUpperRightX() - shown.getUpperRightX();
        float above = all.getUpperRightY() - shown.getUpperRightY();
        return switch (rotation) {
            case 90 -> moved(area, below, left);
            case 180 -> moved(area, right, below);
            case 270 -> moved(area, above, right);
            default -> moved(area, left, above);
        };
    }

    private static Area moved(Area area, float right, float down) {
        return new Area(area.x() + right, area.y() + down, area.width(), area.height());
    }

    /** The same area in the page's own coordinates: from the lower left corner, not turned. */
    public PDRectangle rectangle(Area area) {
        float left = shown.getLowerLeftX();
        float below = shown.getLowerLeftY();
        float right = shown.getUpperRightX();
        float above = shown.getUpperRightY();
        return switch (rotation) {
            case 90 -> new PDRectangle(left + area.y(), below + area.x(), area.height(), area.width());
            case 180 -> new PDRectangle(right - area.x() - area.width(), below + area.y(), area.width(), area.height());
            case 270 ->
                new PDRectangle(
                        right - area.y() - area.height(), above - area.x() - area.width(), area.height(), area.width());
            default -> new PDRectangle(left + area.x(), above - area.y() - area.height(), area.width(), area.height());
        };
    }

    /** From the page's own coordinates. */
    public Area area(PDRectangle box) {
        float x = box.getLowerLeftX() - shown.getLowerLeftX();
        float y = box.getLowerLeftY() - shown.getLowerLeftY();
        float right = shown.getUpperRightX() - box.getUpperRightX();
        float above = shown.getUpperRightY() - box.getUpperRightY();
        return switch (rotation) {
            case 90 -> new Area(y, x, box.getHeight(), box.getWidth());
            case 180 -> new Area(right, y, box.getWidth(), box.getHeight());
            case 270 -> new Area(above, right, box.getHeight(), box.getWidth());
            default -> new Area(x, above, box.getWidth(), box.getHeight());
        };
    }
}
