// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ThemesTest {

    /** A system that is asked for nothing, and counts who listens. */
    private static final class Listened implements SystemColours {

        private int listeners;
        private boolean dark;
        private Runnable changed = () -> {};

        @Override
        public boolean dark() {
            return dark;
        }

        @Override
        public boolean contrast() {
            return false;
        }

        @Override
        public Subscription follow(Runnable listener) {
            listeners++;
            changed = listener;
            return () -> listeners--;
        }
    }

    @Test
    void followsTheSystemUntilTheWindowIsClosed(FxRobot person) {
        Listened system = new Listened();
        person.interact(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new Pane());
            new Themes(new Appearance(Language.EN, ThemeChoice.SYSTEM, 100), scene, system).follow();
            stage.setScene(scene);
            stage.show();
            assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("light.css"));
            system.dark = true;
            system.changed.run();
            assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
            assertThat(system.listeners).isEqualTo(1);
            stage.hide();
        });
        assertThat(system.listeners).as("who would be kept in memory").isZero();
    }

    @Test
    void followsASystemThatAsksForHighContrast() {
        assertThat(SystemColours.contrast(Map.of("Windows.SPI.HighContrast", true)))
                .isTrue();
        assertThat(SystemColours.contrast(Map.of("GTK.theme_name", "HighContrastInverse")))
                .isTrue();
    }

    @Test
    void takesNothingElseForHighContrast() {
        assertThat(SystemColours.contrast(Map.of())).isFalse();
        assertThat(SystemColours.contrast(Map.of("Windows.SPI.HighContrast", false, "GTK.theme_name", "Adwaita")))
                .isFalse();
    }
}
