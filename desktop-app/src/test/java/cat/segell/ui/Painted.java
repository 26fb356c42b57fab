// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.awt.image.BufferedImage;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** A window as it looks now. */
final class Painted {

    private Painted() {}

    /** On the window's thread. */
    static BufferedImage of(Stage stage) {
        WritableImage image = stage.getScene().snapshot(null);
        BufferedImage buffer =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < buffer.getHeight(); y++) {
            for (int x = 0; x < buffer.getWidth(); x++) {
                buffer.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return buffer;
    }
}
