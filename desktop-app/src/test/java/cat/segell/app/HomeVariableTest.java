// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeVariableTest {

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X"})
    void anAbsoluteOneCounts(String system) {
        assertThat(HomeVariable.of(Map.of("HOME", "/srv/maria"), system)).contains(Path.of("/srv/maria"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "maria", "~"})
    void anyOtherDoesNot(String home) {
        assertThat(HomeVariable.of(Map.of("HOME", home), "Linux")).isEmpty();
    }

    @Test
    void whatIsNoPathHereDoesNot() {
        assertThat(HomeVariable.of(Map.of("HOME", "/srv/\0"), "Linux")).isEmpty();
    }

    @Test
    void withoutItTheSystemKnows() {
        assertThat(HomeVariable.of(Map.of(), "Linux")).isEmpty();
    }

    @Test
    void windowsHasOtherNamesForIt() {
        assertThat(HomeVariable.of(Map.of("HOME", "/srv/maria"), "Windows 11")).isEmpty();
    }
}
