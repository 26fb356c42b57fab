// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
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
        Platform.getPreferences().addListener((InvalidationListener) _ -> apply());
    }

    private void apply() {
        boolean dark = dark();
        List<String> sheets = new ArrayList<>(List.of(sheet("window.css"), sheet(dark ? "dark.css" : "light.css")));
        if (contrast()) {
            sheets.add(sheet("contrast.css"));
        }
        if (sheets.equals(scene.getStylesheets())) {
            return;
        }
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheets);
    }

    private boolean dark() {
        return switch (appearance.theme().get()) {
            case DARK -> true;
            case LIGHT -> false;
            case CONTRAST, SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private boolean contrast() {
        return switch (appearance.theme().get()) {
            case CONTRAST -> true;
            case DARK, LIGHT -> false;
            case SYSTEM -> contrast(Platform.getPreferences());
        };
    }

    /** JavaFX has no property for it; these are the names under which Windows and GTK tell. */
    static boolean contrast(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || String.valueOf(preferences.get("GTK.theme_name")).startsWith("HighContrast");
    }

    private static String sheet(String name) {
        URL url = Themes.class.getResource(name);
        if (url == null) {
            throw new MissingResourceException("no style sheet " + name, Themes.class.getName(), name);
        }
        return url.toExternalForm();
    }
}
