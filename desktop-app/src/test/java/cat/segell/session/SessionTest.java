// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code *.session}: adding a test is adding a text file. */
class SessionTest {

    private static final Path SESSIONS = Path.of("src/test/resources/sessions");

    @TempDir
    Path folders;

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        return all().stream().filter(session -> session.needs().isEmpty()).map(this::test);
    }

    @Tag("system")
    @TestFactory
    Stream<DynamicTest> sessionsWithSystemPackages() throws IOException {
        return all().stream().filter(session -> !session.needs().isEmpty()).map(this::test);
    }

    private static List<SessionFile> all() throws IOException {
        String only = System.getProperty("session", "");
        try (Stream<Path> files = Files.list(SESSIONS)) {
            List<Path> sessions = files.filter(file -> file.toString().endsWith(only + ".session"))
                    .sorted()
                    .toList();
            List<SessionFile> read = new java.util.ArrayList<>();
            for (Path session : sessions) {
                read.add(SessionFile.read(session));
            }
            return read;
        }
    }

    private DynamicTest test(SessionFile session) {
        String name = session.file().getFileName().toString();
        return DynamicTest.dynamicTest(name, session.file().toUri(), () -> {
            // Spaces and accents are where careless code breaks.
            Path folder = Files.createDirectories(folders.resolve("carpeta d'ús " + name));
            SessionRun run = new SessionRun(folder.toRealPath());
            for (SessionFile.Step step : session.steps()) {
                SessionRun.Outcome outcome = run.run(step.command());
                assertThat(outcome.status())
                        .as("%s:%d status of $ %s%n%s", name, step.line(), step.command(), outcome.output())
                        .isEqualTo(step.status());
                assertThat(Expectation.matches(step.expected(), outcome.output()))
                        .as(
                                "%s:%d output of $ %s%n--- expected%n%s%n--- actual%n%s",
                                name, step.line(), step.command(), String.join("\n", step.expected()), outcome.output())
                        .isTrue();
            }
        });
    }
}
