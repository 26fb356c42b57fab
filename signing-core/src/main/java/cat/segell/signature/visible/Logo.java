// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LogoUnusable;
import cat.segell.signature.Appearance.Area;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What an organisation is recognised by, beside the words of a signature: PNG or JPEG. It is drawn anew, so that nothing but the
 * picture gets into documents.
 */
public final class Logo {

    private static final List<String> FORMATS = List.of("png", "jpeg");

    /** In bytes. */
    private static final long LARGEST_FILE = 2 << 20;

    /** In pixels: a small file may unpack to a huge picture. */
    private static final int LARGEST_SIDE = 4000;

    /** In pixels: enough for print at the size of a signature. */
    private static final int USUAL_SIDE = 400;

    /** Of the width of the box: the words need the rest. */
    private static final double LARGEST_PART = 1.0 / 3;

    /** Of the width of the box: what is left for the words at the least. */
    public static final float WORDS_PART = (float) (1 - LARGEST_PART);

    private final BufferedImage picture;

    private Logo(BufferedImage picture) {
        this.picture = picture;
    }

    /** @throws ProblemException {@code LOGO-UNUSABLE} */
    public static Logo read(Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                throw new ProblemException(new LogoUnusable(file));
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                return new Logo(decoded(in));
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw many things at broken pictures.
            throw new ProblemException(new LogoUnusable(file), e);
        }
    }

    private static BufferedImage decoded(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("no picture");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                    || Math.max(reader.getWidth(0), reader.getHeight(0)) > LARGEST_SIDE) {
                throw new IOException("another format, or too large");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /**
     * A picture as high as the box, and at most a third as wide: around a wide logo there is white above and below. On white, for
     * transparency is not allowed in every PDF (PDF/A-1).
     *
     * @return a PNG
     */
    public byte[] beside(Area box) throws IOException {
        double scale = Math.min(1, (double) USUAL_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int drawn = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        double widest = box.width() * LARGEST_PART / box.height();
        int height = Math.max(drawn, (int) Math.ceil(width / widest));
        BufferedImage padded = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = padded.createGraphics();
        try {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, width, height);
            drawing.drawImage(
                    picture.getScaledInstance(width, drawn, Image.SCALE_AREA_AVERAGING), 0, (height - drawn) / 2, null);
        } finally {
            drawing.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(padded, "png", png);
        return png.toByteArray();
    }
}
