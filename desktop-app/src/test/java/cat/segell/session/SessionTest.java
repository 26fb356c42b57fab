// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code *.session}: adding a test is adding a text file. */
class SessionTest {

    static final Path SESSIONS = Path.of("src/test/resources/sessions");

    @TempDir
    Path folders;

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        return tests(session -> session.needs().isEmpty());
    }

    @Tag("system")
    @TestFactory
    Stream<DynamicTest> sessionsWithSystemPackages() throws IOException {
        return tests(session -> !session.needs().isEmpty() && !session.privileged());
    }

    @Tag("system")
    @Tag("privileged")
    @TestFactory
    Stream<DynamicTest> sessionsWithPrivileges() throws IOException {
        return tests(SessionFile::privileged);
    }

    @Test
    void aNameThatNoSessionHasIsNoSuccess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("bad-inptu"))
                .withMessageContaining("bad-inptu")
                .withMessageContaining("bad-input");
    }

    @Test
    void oneNameIsOneSession() throws IOException {
        assertThat(named("token")).extracting(SessionFile::name).containsExactly("token");
        assertThat(named("token,cards")).extracting(SessionFile::name).containsExactly("cards", "token");
    }

    @Test
    void needsAreWhatTheLauncherInstalls() throws IOException {
        Set<String> installed = new HashSet<>(Files.readAllLines(Path.of("../.ci/packages")));
        for (SessionFile session : named("")) {
            assertThat(installed).as(session.name()).containsAll(session.packages());
        }
    }

    @Test
    void aSessionWithADaemonSaysThatItIsPrivileged() throws IOException {
        assertThat(named(""))
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.privileged())
                        .as(session.name())
                        .isEqualTo(Files.readString(session.file()).contains("$ fixture readers ")));
    }

    private Stream<DynamicTest> tests(Predicate<SessionFile> which) throws IOException {
        return all().stream().filter(which).map(this::test);
    }

    private static List<SessionFile> all() throws IOException {
        return named(System.getProperty("session", ""));
    }

    /** @param only names with commas between them; empty means every one */
    private static List<SessionFile> named(String only) throws IOException {
        List<SessionFile> sessions = new ArrayList<>();
        try (Stream<Path> files = Files.list(SESSIONS)) {
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

    private DynamicTest test(SessionFile session) {
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
