// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every {@code *.session}, as a test each: adding a test is adding a text file. */
final class Sessions {

    static final Path FOLDER = Path.of("src/test/resources/sessions");

    private Sessions() {}

    /** Of those that {@code -Dsession} names, or of all. */
    static Stream<DynamicTest> tests(Predicate<SessionFile> which, Path folders) throws IOException {
        return named(System.getProperty("session", "")).stream().filter(which).map(session -> test(session, folders));
    }

    /** @param only names with commas between them; empty means every one */
    static List<SessionFile> named(String only) throws IOException {
        List<SessionFile> sessions = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(SessionFile::is).sorted().toList()) {
                sessions.add(SessionFile.read(file));
            }
        }
        if (only.isEmpty()) {
            return sessions;
        }
        List<String> names = sessions.stream().map(SessionFile::name).toList();
        List<String> wanted = List.of(only.split(","));
        if (!names.containsAll(wanted)) {
            throw new IllegalArgumentException("no session " + only + ", only " + names);
        }
        return sessions.stream()
                .filter(session -> wanted.contains(session.name()))
                .toList();
    }

    private static DynamicTest test(SessionFile session, Path folders) {
        String name = session.name();
        return DynamicTest.dynamicTest(name, session.file().toUri(), () -> {
            // Spaces and accents are where careless code breaks.
            Path folder = Files.createDirectories(folders.resolve("carpeta d'ús " + name));
            try (SessionRun run = new SessionRun(folder.toRealPath())) {
                for (SessionFile.Step step : session.steps()) {
                    SessionRun.Outcome outcome = run.run(step.command());
                    assertThat(outcome.status())
                            .as("%s:%d status of $ %s%n%s", name, step.line(), step.command(), outcome.output())
                            .isEqualTo(step.status());
                    assertThat(Expectation.matches(step.expected(), outcome.output()))
                            .as(
                                    "%s:%d output of $ %s%n--- expected%n%s%n--- actual%n%s",
                                    name,
                                    step.line(),
                                    step.command(),
                                    String.join("\n", step.expected()),
                                    outcome.output())
                            .isTrue();
                }
            }
        });
    }
}
