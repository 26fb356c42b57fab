// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Where a page has nothing: the lowest such place, and of those the one furthest left, so that signatures stand side by side. */
public final class FreeRoom {

    /** Pixels a point: a hairline still darkens its pixel. */
    private static final float SCALE = 0.5f;

    /** In pixels: a page may claim to be a mile wide. */
    private static final float LARGEST = 1500;

    /** In points: from the edges of the page, which printers cut. */
    private static final float MARGIN = 24;

    /** In points: from what stands there. */
    private static final float GAP = 4;

    /** Of 255: a scanned page is never quite white. */
    private static final int TOLERANCE = 24;

    private final int width;
    private final int height;
    private final float scale;

    /** Of the pixels above and left of each. */
    private final int[][] inked;

    private FreeRoom(BufferedImage page, float scale, PDDocument pdf, int number) throws IOException {
        this.width = page.getWidth();
        this.height = page.getHeight();
        this.scale = scale;
        boolean[][] taken = new boolean[height][width];
        int paper = paper(page);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                taken[y][x] = differs(page.getRGB(x, y), paper);
            }
        }
        ShownPage shown = ShownPage.of(pdf.getPage(number));
        for (PDAnnotation note : pdf.getPage(number).getAnnotations()) {
            // An empty field is seen by nobody, and still is taken.
            if (note.getRectangle() != null) {
                take(taken, shown.area(note.getRectangle()));
            }
        }
        this.inked = sums(taken);
    }

    /**
     * @param number of the page, from 0
     * @param width in points, as height
     * @return absent where there is none of that size
     */
    public static Optional<Area> find(PDDocument pdf, int number, float width, float height) throws IOException {
        ShownPage page = ShownPage.of(pdf.getPage(number));
        float scale = Math.min(SCALE, LARGEST / Math.max(page.width(), page.height()));
        PDFRenderer renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        BufferedImage image = renderer.renderImage(number, scale, ImageType.RGB);
        return new FreeRoom(image, scale, pdf, number).find(width, height);
    }

    private Optional<Area> find(float areaWidth, float areaHeight) {
        int gap = pixels(GAP);
        int margin = pixels(MARGIN);
        int wide = pixels(areaWidth);
        int high = pixels(areaHeight);
        for (int y = height - margin - high; y >= margin; y--) {
            for (int x = margin; x + wide <= width - margin; x++) {
                if (isFree(x - gap, y - gap, x + wide + gap, y + high + gap)) {
                    return Optional.of(new Area(x / scale, y / scale, areaWidth, areaHeight));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(int left, int top, int right, int bottom) {
        int l = Math.max(0, left);
        int t = Math.max(0, top);
        int r = Math.min(width, right);
        int b = Math.min(height, bottom);
        return inked[b][r] - inked[t][r] - inked[b][l] + inked[t][l] == 0;
    }

    private int pixels(float points) {
        return (int) Math.ceil(points * scale);
    }

    private void take(boolean[][] taken, Area area) {
        int left = Math.clamp((long) Math.floor(area.x() * scale), 0, width);
        int right = Math.clamp((long) Math.ceil((area.x() + area.width()) * scale), 0, width);
        int top = Math.clamp((long) Math.floor(area.y() * scale), 0, height);
        int bottom = Math.clamp((long) Math.ceil((area.y() + area.height()) * scale), 0, height);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                taken[y][x] = true;
            }
        }
    }

    /** Some paper has a colour: it is what the corners show. */
    private static int paper(BufferedImage page) {
        return page.getRGB(page.getWidth() - 1, page.getHeight() - 1);
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static int[][] sums(boolean[][] taken) {
        int[][] sums = new int[taken.length + 1][taken[0].length + 1];
        for (int y = 0; y < taken.length; y++) {
            for (int x = 0; x < taken[0].length; x++) {
                sums[y + 1][x + 1] = sums[y][x + 1] + sums[y + 1][x] - sums[y][x] + (taken[y][x] ? 1 : 0);
            }
        }
        return sums;
    }
}
