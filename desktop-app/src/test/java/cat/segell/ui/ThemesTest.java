// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemesTest {

    @Test
    void followsASystemThatAsksForHighContrast() {
        assertThat(Themes.contrast(Map.of("Windows.SPI.HighContrast", true))).isTrue();
        assertThat(Themes.contrast(Map.of("GTK.theme_name", "HighContrastInverse")))
                .isTrue();
    }

    @Test
    void takesNothingElseForHighContrast() {
        assertThat(Themes.contrast(Map.of())).isFalse();
        assertThat(Themes.contrast(Map.of("Windows.SPI.HighContrast", false, "GTK.theme_name", "Adwaita")))
                .isFalse();
    }
}
