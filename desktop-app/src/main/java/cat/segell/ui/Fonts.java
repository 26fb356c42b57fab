// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.MissingResourceException;
import javafx.scene.text.Font;

/** The bundled fonts: each weight is a family of its own, because JavaFX doesn't find medium and semi-bold by weight. */
final class Fonts {

    private static final List<String> FILES = List.of(
            "Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf", "NotoSansMono_400Regular.ttf");

    private Fonts() {}

    static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, 0) == null) {
                throw new MissingResourceException("no font " + file, Fonts.class.getName(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
