// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A person at a real terminal, made by {@code script}: what they see and do. */
final class Sitting {

    /** In what {@code stty -a} says. */
    static final Pattern ECHO = Pattern.compile("(?<![-\\w])echo(?!\\w)");

    private final Process terminal;
    private final StringBuilder shown = new StringBuilder();

    private Sitting(Process terminal) {
        this.terminal = terminal;
    }

    /** @param command how it ended, and the terminal's state, are shown behind it */
    static Sitting at(Path folder, String command, Map<String, String> environment) throws IOException {
        Path script = Files.writeString(folder.resolve("typed"), """
                trap : INT
                tty > tty
                %s
                echo "ended with $?"
                stty -a
                """.formatted(command));
        // Tests that are started in the background may have been told to ignore Ctrl+C; a terminal's shell never is.
        ProcessBuilder builder = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "script",
                        "-q",
                        "-f",
                        "-e",
                        "-E",
                        "always",
                        "-c",
                        "sh " + script.getFileName(),
                        "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new Sitting(builder.start());
    }

    String shown() {
        return shown.toString();
    }

    Process terminal() {
        return terminal;
    }

    /** Behind what was awaited before. */
    void awaitNext(String words) throws IOException {
        await(words, shown.length());
    }

    void await(String words) throws IOException {
        await(words, 0);
    }

    private void await(String words, int from) throws IOException {
        InputStream in = terminal.getInputStream();
        while (shown.indexOf(words, from) < 0) {
            int next = in.read();
            assertThat(next).as("the terminal went on after%n%s", shown).isNotNegative();
            shown.append((char) next);
        }
    }

    void type(String keys) throws IOException {
        type(keys.getBytes(StandardCharsets.UTF_8));
    }

    void type(byte[] keys) throws IOException {
        OutputStream out = terminal.getOutputStream();
        out.write(keys);
        out.flush();
    }

    /** All that is shown until the terminal closes. */
    String rest() throws IOException {
        shown.append(new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return shown.toString();
    }
}
