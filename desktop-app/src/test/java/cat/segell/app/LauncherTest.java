// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, in a checkout of empty sources, with a Maven and a Java that only say how they were called. */
@Timeout(120)
class LauncherTest {

    @TempDir
    Path folder;

    private Path jdk;
    private Path tools;

    record Outcome(String output, int status) {}

    @BeforeEach
    void tools() throws IOException {
        jdk = folder.resolve("jdk");
        script(
                jdk.resolve("bin/java"),
                "#!/bin/sh\necho java \"$@\"\nif [ \"$RUNS_UNTIL\" ]; then cat \"$RUNS_UNTIL\"; fi\n");
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        tools = folder.resolve("tools");
        script(tools.resolve("mvn"), """
                #!/bin/sh
                for word; do
                  case $word in -Dapp.folder=*) mkdir -p "${word#*=}/lib" "${word#*=}/javafx" ;; esac
                done
                if [ "$BREAKS" ]; then echo broken; exit 1; fi
                """);
    }

    @Test
    void refusesFolderWithColonInOneLine() throws Exception {
        Outcome outcome = run(checkout("12:30"), "--version");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output())
                .startsWith("segell: ")
                .contains("colon", "12:30")
                .hasLineCount(1);
    }

    @Test
    void runsFromFolderWithSpaceAndAccent() throws Exception {
        Path root = checkout("còpia d'avui");
        Outcome outcome = run(root, "sign", "acta final.pdf");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .contains("building from source", "--module-path " + only(root) + "/javafx")
                .contains("cat.segell.app.Main sign acta final.pdf");
        assertThat(run(root, "keys").output()).doesNotContain("building");
    }

    @Test
    void leavesNothingOfABuildThatFailed() throws Exception {
        Path root = checkout("checkout");
        Outcome outcome = run(root, List.of("BREAKS=yes"), "keys");
        assertThat(outcome.status()).isEqualTo(70);
        assertThat(outcome.output()).contains("broken", "the build failed").doesNotContain("java ");
        assertThat(applications(root)).isEmpty();
    }

    /** A running Java opens its jars when it needs them. */
    @Test
    void keepsWhatAProcessRunsFromThroughLaterBuilds() throws Exception {
        Path root = checkout("checkout");
        Path end = folder.resolve("end");
        assertThat(new ProcessBuilder("mkfifo", end.toString()).start().waitFor())
                .isZero();
        Process window = process(root, List.of("RUNS_UNTIL=" + end), "keys");
        // It says so once it runs.
        readUntil(window, "cat.segell.app.Main");
        Path first = only(root);
        for (int change = 1; change <= 3; change++) {
            Files.setLastModifiedTime(
                    root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(run(root, "keys").output()).contains("building from source");
            assertThat(first.resolve("lib")).isDirectory();
        }
        assertThat(applications(root))
                .as("the running one, the newest and the one before")
                .hasSize(3);
        Files.writeString(end, "over");
        assertThat(window.waitFor()).isZero();
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        run(root, "keys");
        assertThat(first).doesNotExist();
    }

    private static void readUntil(Process process, String words) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(words) < 0) {
            int next = process.getInputStream().read();
            assertThat(next).as("ended after %s", read).isNotNegative();
            read.append((char) next);
        }
    }

    private Path checkout(String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : List.of("signing-core", "card-drivers", "desktop-app", "installers")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        Files.copy(Path.of("../segell"), root.resolve("segell"));
        return root;
    }

    private static Path only(Path root) throws IOException {
        List<Path> all = applications(root);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Path> applications(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("installers/target"))) {
            return files.filter(Files::isDirectory)
                    .filter(each -> each.getFileName().toString().startsWith("app"))
                    .toList();
        }
    }

    private Outcome run(Path root, String... words) throws Exception {
        return run(root, List.of(), words);
    }

    private Outcome run(Path root, List<String> variables, String... words) throws Exception {
        Process process = process(root, variables, words);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(output, process.waitFor());
    }

    private Process process(Path root, List<String> variables, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(variables);
        command.add("SEGELL_JAVA_HOME=" + jdk);
        command.add("PATH=" + tools + ":" + System.getenv("PATH"));
        command.addAll(List.of("bash", root.resolve("segell").toString()));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
