// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import cat.segell.app.settings.SystemPolicy;
import cat.segell.text.Language;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a command was typed: its streams, folder and environment. Commands use this instead of {@code System}, so that
 * several can run in one process.
 *
 * @param folder what relative paths start from
 * @param interactive whether standard output is a person's terminal
 * @param policy where the administrator of this computer decides
 * @param secret absent where nobody can be asked
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        InputStream in,
        Path folder,
        Map<String, String> environment,
        boolean interactive,
        SystemPolicy policy,
        Optional<SecretPrompt> secret) {

    /** This process's own. */
    public static Terminal ofProcess() {
        Optional<Console> person = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                err,
                System.in,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                person.isPresent(),
                SystemPolicy.OF_COMPUTER,
                ControllingTerminal.find()
                        .or(() -> person.map(console -> question -> entry(console, question, err)))
                        .map(LeavablePrompt::new));
    }

    /** Where a system has no terminal that can be opened by its name. */
    private static char[] entry(Console console, String question, PrintStream err) {
        err.print(question);
        err.flush();
        char[] entered = console.readPassword();
        return entered == null ? new char[0] : entered;
    }

    /** What a relative path means here. */
    public Path resolve(Path path) {
        return folder.resolve(path).normalize();
    }

    /** The system's language where it is one of ours, else English. */
    public Language language() {
        return Stream.of("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> Language.of(Locale.forLanguageTag(value.replaceAll("[_.@:].*", ""))))
                .orElseGet(() -> Language.of(Locale.getDefault(Locale.Category.DISPLAY)));
    }

    /** Whether a window can be opened. */
    public boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        return !linux
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    }
}
