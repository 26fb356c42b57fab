// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cat.segell.ui.look.Appearance;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Colours of the window, as chosen or as the system says, changed while it is open. */
final class Themes {

    private final Appearance appearance;
    private final Scene scene;
    private final SystemColours system;
    private Subscription following = Subscription.EMPTY;

    Themes(Appearance appearance, Scene scene) {
        this(appearance, scene, SystemColours.current());
    }

    Themes(Appearance appearance, Scene scene, SystemColours system) {
        this.appearance = appearance;
        this.scene = scene;
        this.system = system;
    }

    /** The system is listened to while the window is shown: it would keep a closed one in memory for good. */
    void follow() {
        appearance.theme().subscribe(_ -> apply());
        scene.windowProperty().flatMap(Window::showingProperty).orElse(false).subscribe(this::shown);
    }

    private void shown(boolean now) {
        following.unsubscribe();
        following = now ? system.follow(this::apply) : Subscription.EMPTY;
        apply();
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
            case CONTRAST, SYSTEM -> system.dark();
        };
    }

    private boolean contrast() {
        return switch (appearance.theme().get()) {
            case CONTRAST -> true;
            case DARK, LIGHT -> false;
            case SYSTEM -> system.contrast();
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
