// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.signature.Appearance.Area;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A logo as it stands beside the words of a signature. */
public final class LogoPicture {

    /** Of the width of the box: the words need the rest. */
    private static final double LARGEST_PART = 1.0 / 3;

    private LogoPicture() {}

    /**
     * A picture as high as the box, and at most a third as wide: around a wide logo there is white above and below.
     *
     * @return a PNG
     */
    public static byte[] beside(Area box, Logo logo) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(logo.png()));
        double widest = box.width() * LARGEST_PART / box.height();
        int height = Math.max(picture.getHeight(), (int) Math.ceil(picture.getWidth() / widest));
        BufferedImage padded = new BufferedImage(picture.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = padded.createGraphics();
        try {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, padded.getWidth(), height);
            drawing.drawImage(picture, 0, (height - picture.getHeight()) / 2, null);
        } finally {
            drawing.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(padded, "png", png);
        return png.toByteArray();
    }
}
