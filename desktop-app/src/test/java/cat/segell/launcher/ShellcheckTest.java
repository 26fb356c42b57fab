// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts have no compiler that refuses what is careless in them; this reads them as one would. */
@Tag("system")
class ShellcheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"segell", ".ci/run", "desktop-app/src/test/resources/sessions/others.sh"})
    void findsNothing(String script) throws Exception {
        Process process = new ProcessBuilder(
                        "shellcheck", "--norc", Path.of("..", script).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
