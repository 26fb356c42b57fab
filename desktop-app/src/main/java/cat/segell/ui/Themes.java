// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.MissingResourceException;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Colours of the window, as chosen or as the system says, changed while it is open. */
final class Themes {

    private final Appearance appearance;
    private final Scene scene;

    Themes(Appearance appearance, Scene scene) {
        this.appearance = appearance;
        this.scene = scene;
    }

    void follow() {
        appearance.theme().subscribe(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> apply());
    }

    private void apply() {
        boolean dark = dark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("window.css"), sheet(dark ? "dark.css" : "light.css"));
    }

    private boolean dark() {
        return switch (appearance.theme().get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        URL url = Themes.class.getResource(name);
        if (url == null) {
            throw new MissingResourceException("no style sheet " + name, Themes.class.getName(), name);
        }
        return url.toExternalForm();
    }
}
