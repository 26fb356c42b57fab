// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.program.Segell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers and drivers there are on this computer makes no difference here. */
class CardsCommandTest {

    @TempDir
    private Path home;

    @Test
    void aPersonIsToldWhatElseThereIs() throws Exception {
        assertThat(told(true)).contains("More about cards:", "  change-pin ", "  add-driver ");
    }

    @Test
    void aScriptIsNot() throws Exception {
        assertThat(told(false)).contains("Drivers").doesNotContain("More about cards:");
    }

    private String told(boolean interactive) throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"searchModules\": false}");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                out,
                out,
                InputStream.nullInputStream(),
                home,
                Map.of("LANG", "en"),
                interactive,
                new SystemPolicy(home.resolve("etc/policy.json"), Set.of()),
                Optional.empty());
        Segell.run(new String[] {"cards", "--home", home.toString()}, terminal, (_, _) -> 0, _ -> {});
        return told.toString(StandardCharsets.UTF_8);
    }
}
