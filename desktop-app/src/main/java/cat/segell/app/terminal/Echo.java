// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a terminal shows while a person types, switched off until this is closed or the process ends, be it by Ctrl+C.
 *
 * <p>By {@code stty}: Java's own console serves only where standard input and output are both the terminal.
 */
final class Echo implements AutoCloseable {

    private final Path stty;
    private final String before;
    private final Thread atExit = new Thread(this::end, "echo");
    private volatile boolean ending;

    private Echo(Path stty) throws IOException {
        this.stty = stty;
        this.before = run(stty, "-g");
    }

    /** POSIX has it; never what merely comes first on somebody's PATH. */
    private static Optional<Path> stty() {
        return Stream.of("/bin/stty", "/usr/bin/stty")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean canBeSwitched() {
        return stty().isPresent();
    }

    static Echo off() throws IOException {
        Echo echo = new Echo(stty().orElseThrow(() -> new IOException("no stty")));
        try {
            Runtime.getRuntime().addShutdownHook(echo.atExit);
        } catch (IllegalStateException _) {
            throw new InterruptedIOException("the process ends");
        }
        try {
            // A shell that takes a stopped question up again would show what is typed: it can't be stopped. Who tries
            // to is read at once.
            run(echo.stty, "-echo", "susp", "undef", "eol", "^Z");
        } catch (IOException e) {
            echo.close();
            throw e;
        }
        return echo;
    }

    /** Last of all: whoever goes on typing isn't to see it. */
    private void end() {
        ending = true;
        LastWork.awaitAll();
        restore();
    }

    @Override
    public void close() {
        if (ending) {
            return;
        }
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process ends, and the hook runs or has run.
        }
    }

    private void restore() {
        try {
            run(stty, before);
        } catch (IOException _) {
            // The terminal is gone: there is nothing to restore.
        }
    }

    /** @return what it says, in one line */
    private static String run(Path stty, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(stty.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(new File(ControllingTerminal.DEVICE))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("stty ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stty");
        }
        return said;
    }
}
