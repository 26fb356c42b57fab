// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.sign.PlayedDesk;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The picture in README is the window as it is. Run with {@code -Dregenerate=true} to paint it anew. */
@ExtendWith(ApplicationExtension.class)
class ReadmePictureTest {

    private static final Path PICTURE = Path.of("../docs/images/window.png");

    /** Of a hundred pixels: edges of letters may differ with the system, words and places may not. */
    private static final double DIFFERENT = 0.5;

    private static final int FAINT = 48;

    @AfterEach
    void closeTheWindow() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void showsThePresentWindow(FxRobot person) throws IOException, TimeoutException {
        PlayedWindow window = PlayedWindow.open(Language.CA, new PlayedDesk(), Runnable::run);
        person.interact(() -> {
            window.add(Pictures.NAMES.stream().map(Pictures.FOLDER::concat).toArray(String[]::new));
            window.model.signers().usePractice();
        });
        WaitForAsyncUtils.waitForFxEvents(10);
        BufferedImage now = WaitForAsyncUtils.waitForAsyncFx(60_000, window::painted);
        if (Boolean.getBoolean("regenerate")) {
            ImageIO.write(now, "png", PICTURE.toFile());
        }
        BufferedImage shown = ImageIO.read(PICTURE.toFile());
        assertThat(shown.getWidth()).isEqualTo(now.getWidth());
        assertThat(shown.getHeight()).isEqualTo(now.getHeight());
        assertThat(100.0 * different(shown, now) / (now.getWidth() * now.getHeight()))
                .as("percent of pixels that differ from README's picture; -Dregenerate=true paints it anew")
                .isLessThan(DIFFERENT);
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += far(one.getRGB(x, y), other.getRGB(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean far(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)));
        }
        return distance > FAINT;
    }
}
