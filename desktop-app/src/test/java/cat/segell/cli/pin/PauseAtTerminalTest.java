// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.app.terminal.SecretPrompt;
import cat.segell.app.terminal.Terminal;
import cat.segell.cli.GlobalOptions;
import cat.segell.cli.Out;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseAtTerminalTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();

    @Test
    void saysWhatHappenedAndGoesOnWithEnter() {
        assertThat(pause(_ -> new char[0])).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Code: TOKEN-REMOVED");
        assertThat(asked).singleElement().asString().contains("press Enter to go on");
    }

    @Test
    void whatIsTypedHereIsWiped() {
        char[] early = "1234".toCharArray();
        assertThat(pause(_ -> early)).isTrue();
        assertThat(early).containsOnly('\0');
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("1234");
    }

    @Test
    void whereNobodyAnswersTheBatchEnds() {
        assertThat(pause(_ -> {
                    throw new IOException("gone");
                }))
                .isFalse();
        assertThat(pause(_ -> {
                    throw new InterruptedIOException("left");
                }))
                .isFalse();
    }

    private boolean pause(SecretPrompt answer) {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                Path.of(""),
                Map.of(),
                true,
                SystemPolicy.OF_COMPUTER,
                Optional.empty());
        Out out = new Out(terminal, GlobalOptions.glance(new String[] {"--json"}), Language.EN);
        SecretPrompt secret = question -> {
            asked.add(question);
            return answer.ask(question);
        };
        return new PauseAtTerminal(out, secret).goesOn(new TokenRemoved("Targeta"));
    }
}
