// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application's window as a process of its own, and {@link PersonAtWindow} at it. */
final class WindowProcess implements AutoCloseable {

    /** Nothing else in a process looks like it; given to it from outside. */
    static final String MARKER = "SegellMarker";

    private static final Pattern WITHOUT_DISPLAY = Pattern.compile("-D(testfx|glass|monocle|prism|java\\.awt)\\.");

    private final Process process;
    private final BufferedWriter deeds;
    private final BufferedReader answers;

    private WindowProcess(Process process) {
        this.process = process;
        deeds = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param folder for its home and what it says
     * @param locked what policy sets, in JSON
     * @param environment beside this process's
     */
    static WindowProcess start(Path folder, String locked, Map<String, String> environment, List<Path> documents)
            throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.json"), "{\"locked\": " + locked + "}");
        List<String> command = new ArrayList<>(List.of(ProcessMemory.java("java"), "-Dmarker=" + MARKER));
        // Without a display, as this process.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> WITHOUT_DISPLAY.matcher(each).lookingAt())
                .forEach(command::add);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PersonAtWindow.class.getName(),
                "--home",
                folder.resolve("home").toString(),
                "--policy",
                policy.toString()));
        documents.forEach(each -> command.add(each.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("said").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("DISPLAY", ":none");
        return new WindowProcess(builder.start());
    }

    String does(String deed) throws IOException {
        deeds.write(deed + "\n");
        deeds.flush();
        return Objects.requireNonNull(answers.readLine(), "it ended at: " + deed);
    }

    /** Key by key, and the button. */
    void entersPin(String pin) throws IOException {
        does("see pin");
        for (int i = 0; i < pin.length(); i++) {
            does("type " + pin.charAt(i));
        }
        does("click pin-sign");
    }

    /** Waits for the end of a batch, and ends it where it waits for a card that isn't coming back. */
    void seesItsEnd() throws IOException {
        if (does("either result pause-end").equals("pause-end")) {
            does("click pause-end");
        }
        does("see result");
    }

    /** The longest time since it was asked last that its thread let others wait. */
    Waited waited() throws IOException {
        String[] millis = does("pause").split(" ", -1);
        return new Waited(Long.parseLong(millis[0]), Long.parseLong(millis[1]));
    }

    /** @param work of these milliseconds, what the thread worked; where others use the processors it waits for them too */
    record Waited(long millis, long work) {

        @Override
        public String toString() {
            return "%d (%d)".formatted(millis, work);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The drivers' processes. */
    Stream<ProcessHandle> children() {
        return process.children().filter(ProcessHandle::isAlive);
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        answers.close();
        try {
            deeds.close();
        } catch (IOException ended) {
            // It doesn't read any more.
        }
    }
}
