// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Where a page has nothing: below its text and in line with it, or wherever it leaves most space; the next signature stands beside
 * the one before.
 */
public final class FreeRoom {

    /** Pixels a point: a hairline still darkens its pixel. */
    private static final float SCALE = 0.5f;

    /** In pixels: a page may claim to be a mile wide. */
    private static final float LARGEST = 1500;

    /** In points: from the edges of the page, which printers cut. */
    private static final float MARGIN = 24;

    /** In points: from what stands there. */
    private static final float GAP = 4;

    /** In points: below the last line of the text. */
    private static final float LINE = 12;

    /** Of 255: a scanned page is never quite white. */
    private static final int TOLERANCE = 24;

    private final int width;
    private final int height;
    private final float scale;

    /** From where its text begins, to where its widest space does, in pixels. */
    private final int left;

    private final int top;

    /** Of the pixels above and left of each. */
    private final int[][] taken;

    private FreeRoom(BufferedImage page, float scale, List<Area> notes) {
        this.width = page.getWidth();
        this.height = page.getHeight();
        this.scale = scale;
        boolean[][] ink = ink(page);
        int[][] written = sums(ink);
        int margin = pixels(MARGIN);
        this.left = Math.clamp(firstColumn(written), margin, Math.max(margin, width / 3));
        this.top = widestSpace(written);
        notes.forEach(note -> take(ink, note));
        this.taken = sums(ink);
    }

    /**
     * @param number of the page, from 0
     * @param width in points, as height
     * @return absent where there is none of that size
     */
    public static Optional<Area> find(PDDocument pdf, int number, float width, float height) throws IOException {
        FreeRoom room = of(pdf, number);
        return room.find(room.top, width, height).or(() -> room.find(0, width, height));
    }

    /** Whether something stands there. */
    static boolean isTaken(PDDocument pdf, int number, Area area) throws IOException {
        FreeRoom room = of(pdf, number);
        return !room.isFree(
                (int) (area.x() * room.scale),
                (int) (area.y() * room.scale),
                room.pixels(area.x() + area.width()),
                room.pixels(area.y() + area.height()));
    }

    private static FreeRoom of(PDDocument pdf, int number) throws IOException {
        ShownPage page = ShownPage.of(pdf.getPage(number));
        float scale = Math.min(SCALE, LARGEST / Math.max(page.width(), page.height()));
        PDFRenderer renderer = new InkRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        // An empty field shows nothing and still is taken: notes count by their boxes.
        renderer.setAnnotationsFilter(_ -> false);
        BufferedImage image = renderer.renderImage(number, scale, ImageType.RGB);
        return new FreeRoom(image, scale, PageNotes.of(pdf.getPage(number)));
    }

    private Optional<Area> find(int from, float areaWidth, float areaHeight) {
        int gap = pixels(GAP);
        int margin = pixels(MARGIN);
        int wide = pixels(areaWidth);
        int high = pixels(areaHeight);
        for (int y = Math.max(from + pixels(LINE), margin); y + high <= height - margin; y++) {
            for (int x = left; x + wide <= width - margin; x++) {
                if (isFree(x - gap, y - gap, x + wide + gap, y + high + gap)) {
                    return Optional.of(new Area(x / scale, y / scale, areaWidth, areaHeight));
                }
            }
        }
        return Optional.empty();
    }

    private int firstColumn(int[][] sums) {
        int x = 0;
        while (x < width && sums[height][x + 1] == 0) {
            x++;
        }
        return x;
    }

    /** @return the row above it; of two of the same height the lower one counts */
    private int widestSpace(int[][] sums) {
        int widest = 0;
        int above = 0;
        int start = 0;
        for (int y = 0; y < height; y++) {
            if (sums[y + 1][width] != sums[y][width]) {
                start = y + 1;
            } else if (y + 1 - start >= widest) {
                widest = y + 1 - start;
                above = start;
            }
        }
        return above;
    }

    private boolean isFree(int fromX, int fromY, int toX, int toY) {
        int l = Math.max(0, fromX);
        int t = Math.max(0, fromY);
        int r = Math.min(width, toX);
        int b = Math.min(height, toY);
        return taken[b][r] - taken[t][r] - taken[b][l] + taken[t][l] == 0;
    }

    private int pixels(float points) {
        return (int) Math.ceil(points * scale);
    }

    private void take(boolean[][] pixels, Area area) {
        int toX = pixel(area.x() + area.width(), width);
        int toY = pixel(area.y() + area.height(), height);
        for (int y = pixel(area.y(), height); y < toY; y++) {
            for (int x = pixel(area.x(), width); x < toX; x++) {
                pixels[y][x] = true;
            }
        }
    }

    private int pixel(float points, int most) {
        return Math.clamp(Math.round(points * scale), 0, most);
    }

    private static boolean[][] ink(BufferedImage page) {
        boolean[][] ink = new boolean[page.getHeight()][page.getWidth()];
        int paper = paper(page);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                ink[y][x] = differs(page.getRGB(x, y), paper);
            }
        }
        return ink;
    }

    /** Some paper has a colour: it is what the lower right corner shows. */
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

    private static int[][] sums(boolean[][] pixels) {
        int[][] sums = new int[pixels.length + 1][pixels[0].length + 1];
        for (int y = 0; y < pixels.length; y++) {
            for (int x = 0; x < pixels[0].length; x++) {
                sums[y + 1][x + 1] = sums[y][x + 1] + sums[y + 1][x] - sums[y][x] + (pixels[y][x] ? 1 : 0);
            }
        }
        return sums;
    }
}
