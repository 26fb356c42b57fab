// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import cat.segell.app.Start;
import cat.segell.app.terminal.Terminal;
import cat.segell.card.pcsc.ClientSocket;
import cat.segell.card.pcsc.ServiceSocket;
import cat.segell.cli.program.Segell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of one session in a folder of its own. {@code segell} is the program in this process; {@code ./segell}
 * is one of its own; {@code alias NAME='…'} names what would be repeated; all else is for bash.
 */
final class SessionRun implements AutoCloseable {

    private static final int SECONDS = 120;

    private static final Pattern VARIABLES = Pattern.compile("([A-Z][A-Z0-9_]*=\\S+ )+(?=segell )");

    private static final Pattern ALIAS = Pattern.compile("alias ([a-z]+)='([^']+)'");

    /** As a shell puts what a file holds into a command. */
    private static final Pattern CONTENT = Pattern.compile("\\$\\(cat (\\S+)\\)");

    /** What a command's first word stands for. */
    private final Map<String, String> aliases = new HashMap<>();

    private final Path folder;
    private final Fixtures fixtures;

    SessionRun(Path folder) throws IOException {
        this.folder = folder;
        this.fixtures = new Fixtures(folder);
        writeLauncher();
    }

    @Override
    public void close() {
        fixtures.close();
    }

    /** What a command wrote, both streams in the order of writing, with the session's folder as {@code DIR}. */
    record Outcome(String output, int status) {}

    Outcome run(String step) throws IOException, InterruptedException {
        Matcher alias = ALIAS.matcher(step);
        if (alias.matches()) {
            aliases.put(alias.group(1), alias.group(2));
            return new Outcome("", 0);
        }
        String first = step.split(" ", 2)[0];
        String command = aliases.getOrDefault(first, first) + step.substring(first.length());
        Matcher variables = VARIABLES.matcher(command);
        String rest = variables.lookingAt() ? command.substring(variables.end()) : command;
        Outcome outcome = switch (rest.split(" ", 2)[0]) {
            case "segell" -> inProcess(rest, environment(command.substring(0, command.length() - rest.length())));
            case "fixture" -> fixtures.make(Words.split(command));
            default -> bash(command);
        };
        // A command to copy is read in a session as it is typed in one.
        return new Outcome(
                outcome.output().replace(folder.toString(), "DIR").replace("segell --home home ", "segell "),
                outcome.status());
    }

    /** @param variables as before a command */
    private Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>(
                // Without a locale of UTF-8 Java can't name the session's folder in a driver's process.
                Map.of("LANGUAGE", "en", "LC_ALL", "C.UTF-8", "HOME", person().toString()));
        for (String variable : Words.split(variables)) {
            String[] sides = variable.split("=", 2);
            environment.put(sides[0], sides[1].replace("$PWD", folder.toString()));
        }
        return environment;
    }

    private Path person() {
        return folder.resolve("person");
    }

    private Outcome inProcess(String command, Map<String, String> environment) throws IOException {
        ClientSocket.pointTo(ServiceSocket.of(environment));
        List<String> words =
                new ArrayList<>(Words.split(CONTENT.matcher(command).replaceAll(this::content)));
        words.removeFirst();
        Optional<Path> redirected = redirection(words);
        if (!words.contains("--home")) {
            words.addFirst("home");
            words.addFirst("--home");
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PrintStream err = stream(both);
        PrintStream out = redirected.isPresent() ? stream(file) : err;
        Terminal terminal = new Terminal(
                out,
                err,
                InputStream.nullInputStream(),
                folder,
                environment,
                false,
                SessionPolicy.in(folder),
                Optional.empty());
        int status = Segell.run(words.toArray(String[]::new), terminal, SessionRun::window, _ -> {});
        if (redirected.isPresent()) {
            Files.write(redirected.get(), file.toByteArray());
        }
        return new Outcome(both.toString(StandardCharsets.UTF_8), status);
    }

    private String content(MatchResult match) {
        try {
            return Matcher.quoteReplacement(
                    Files.readString(folder.resolve(match.group(1))).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code > FILE} at the end. */
    private Optional<Path> redirection(List<String> words) {
        int sign = words.indexOf(">");
        if (sign < 0) {
            return Optional.empty();
        }
        Path file = folder.resolve(words.get(sign + 1));
        words.subList(sign, words.size()).clear();
        return Optional.of(file);
    }

    private static PrintStream stream(ByteArrayOutputStream buffer) {
        return new PrintStream(buffer, true, StandardCharsets.UTF_8);
    }

    private static int window(Start start, List<Path> files) {
        throw new IllegalStateException("no window in a session: " + files);
    }

    /** Without a terminal, also where a developer sits at one: nobody is asked anything. */
    private Outcome bash(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("session", ".out");
        ProcessBuilder builder = new ProcessBuilder("setsid", "-w", "bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", person().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME"));
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS + " s: " + command);
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Outcome(text, process.exitValue());
    }

    /**
     * {@code ./segell}: the application in a process of its own, as it was just compiled, and with the session's policy. Where
     * the tests run as root it loses root's right to read and write everything, so that it meets files and folders as any
     * other person does.
     */
    private void writeLauncher() throws IOException {
        Path launcher = folder.resolve("segell");
        Files.writeString(launcher, """
                #!/bin/sh
                drop=
                [ "$(id -u)" != 0 ] || drop='setpriv --bounding-set=-dac_override,-dac_read_search'
                folder=$(cd -P -- "$(dirname -- "$0")" && pwd)
                exec $drop '%s' -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED \
                -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp '%s' cat.segell.app.SessionMain "$folder" "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }
}
