// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.util.Subscription;

/** What the system says of colours. */
interface SystemColours {

    boolean dark();

    boolean contrast();

    /** @param changed told until the subscription ends; the system keeps it as long */
    Subscription follow(Runnable changed);

    /** This system's. */
    static SystemColours current() {
        Platform.Preferences preferences = Platform.getPreferences();
        return new SystemColours() {
            @Override
            public boolean dark() {
                return preferences.getColorScheme() == ColorScheme.DARK;
            }

            @Override
            public boolean contrast() {
                return SystemColours.contrast(preferences);
            }

            @Override
            public Subscription follow(Runnable changed) {
                InvalidationListener listener = _ -> changed.run();
                preferences.addListener(listener);
                return () -> preferences.removeListener(listener);
            }
        };
    }

    /** JavaFX has no property for it; these are the names under which Windows and GTK tell. */
    static boolean contrast(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || String.valueOf(preferences.get("GTK.theme_name")).startsWith("HighContrast");
    }
}
