// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.program.Segell;
import cat.segell.session.SessionPolicy;
import cat.segell.ui.desk.SignDesk;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The picture in README is the window as a reader has it after {@code segell demo}: with the demo's documents and the practice
 * card. Run with {@code -Dregenerate=true} to paint it anew.
 */
class ReadmePictureTest extends AtRealWindow {

    private static final Path PICTURE = Path.of("../docs/images/window.png");

    /** Of a hundred pixels: edges of letters may differ with the system, words and places may not. */
    private static final double DIFFERENT = 0.5;

    private static final double HEIGHT = 800;

    private static final int FAINT = 48;

    @Override
    SignDesk desk(Start start) {
        return Window.desk(start, new Wiring(start));
    }

    @Test
    void showsThePresentWindow(FxRobot person) throws IOException, TimeoutException {
        Path made = demo();
        copyInFileManagerAndPaste(
                person,
                made.resolve("resolucio-alcaldia.pdf"),
                made.resolve("memoria-anual.pdf"),
                made.resolve("conveni-ja-signat.pdf"));
        practise(person);
        WindowRobot.waitFor(() -> robot.words("#document-count").equals("3 documents"));
        WindowRobot.waitFor(() -> robot.words("#status").equals("A punt"));
        assertThat(robot.said("#signer")).contains("MARIA PROVA EXEMPLE");
        // High enough that none of the choices is cut at its edge.
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> stage.setHeight(HEIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage now = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Painted.of(stage));
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

    /** @return where its documents are */
    private Path demo() {
        Path made = folder.resolve("demo");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        Terminal terminal = new Terminal(
                nowhere,
                nowhere,
                InputStream.nullInputStream(),
                folder,
                Map.of(),
                false,
                SessionPolicy.in(folder),
                Optional.empty());
        String[] words = {"--home", folder.resolve("home").toString(), "demo", "--out", made.toString()};
        int status = Segell.run(
                words,
                terminal,
                (_, _) -> {
                    throw new AssertionError("a second window");
                },
                _ -> {});
        assertThat(status).isZero();
        return made;
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
