// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds where it must, and starts. */
@Timeout(120)
class StartTest {

    @TempDir
    Path folder;

    @Test
    void refusesFolderWithColonInOneLine() throws Exception {
        Outcome outcome = Checkout.in(folder, "12:30").run("--version");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output())
                .startsWith("segell: ")
                .contains("colon", "12:30")
                .hasLineCount(1);
    }

    @Test
    void runsFromFolderWithSpaceAndAccent() throws Exception {
        Checkout checkout = Checkout.in(folder, "còpia d'avui");
        Outcome outcome = checkout.run("sign", "acta final.pdf");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .contains("building from source", "--module-path " + only(checkout) + "/javafx")
                .contains("cat.segell.app.Main sign acta final.pdf");
        assertThat(checkout.run("keys").output()).doesNotContain("building");
    }

    @Test
    void takesNoFileNameForAnExpression() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").around("sh", "-c", "cd \"$HOME\" && exec \"$@\"", "sh");
        for (String name : List.of("-delete", "acta.pdf", "!")) {
            Files.writeString(checkout.home().resolve(name), "%PDF-");
        }
        Outcome outcome = checkout.run("sign", "-delete", "!", "acta.pdf");
        assertThat(outcome.output()).contains("-XX:TieredStopAtLevel=1");
        assertThat(checkout.home().resolve("acta.pdf")).exists();
        assertThat(checkout.home().resolve("-delete")).exists();
    }

    @Test
    void compilesLessForSmallFilesOnly() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout");
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(documents.resolve("small.pdf"), "%PDF-");
        assertThat(checkout.run("sign", documents.toString()).output()).contains("-XX:TieredStopAtLevel=1");
        Files.write(documents.resolve("large.pdf"), new byte[9 << 20]);
        assertThat(checkout.run("sign", documents.toString()).output()).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(checkout.run("sign", documents.resolve("small.pdf").toString())
                        .output())
                .contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void startsFromTheArchiveOfItsOwnBuild() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").with("TRAINED", "yes");
        checkout.run("keys");
        Path first = only(checkout);
        assertThat(first.resolve("training")).isEmptyDirectory();
        assertThat(checkout.run("keys").output()).contains("-XX:AOTCache=" + first + "/classes.aot ");
        changeSources(checkout);
        assertThat(checkout.run("keys").output()).contains("classes.aot ").doesNotContain(first + "/classes.aot");
    }

    @Test
    void startsWithoutAnArchiveWhereNoneCouldBeMade() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout");
        assertThat(checkout.run("keys").output())
                .contains("cat.segell.app.Main keys")
                .doesNotContain("AOT");
        assertThat(checkout.run("keys").output())
                .contains("cat.segell.app.Main keys")
                .doesNotContain("AOT");
    }

    @Test
    void leavesNothingOfABuildThatFailed() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").tool("mvn", "echo broken; exit 1");
        Outcome outcome = checkout.run("keys");
        assertThat(outcome.status()).isEqualTo(70);
        assertThat(outcome.output()).contains("broken", "the build failed").doesNotContain("java ");
        assertThat(checkout.applications()).isEmpty();
    }

    /** A running Java opens its jars when it needs them. */
    @Test
    void keepsWhatAProcessRunsFromThroughLaterBuilds() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout");
        Path end = folder.resolve("end");
        assertThat(new ProcessBuilder("mkfifo", end.toString()).start().waitFor())
                .isZero();
        checkout.with("RUNS_UNTIL", end.toString());
        Process window = checkout.start("keys");
        // It says so once it runs.
        readUntil(window, "cat.segell.app.Main");
        checkout.with("RUNS_UNTIL", "");
        Path first = only(checkout);
        for (int change = 1; change <= 3; change++) {
            changeSources(checkout);
            assertThat(checkout.run("keys").output()).contains("building from source");
            assertThat(first.resolve("lib")).isDirectory();
        }
        assertThat(checkout.applications())
                .as("the running one, the newest and the one before")
                .hasSize(3);
        Files.writeString(end, "over");
        assertThat(window.waitFor()).isZero();
        changeSources(checkout);
        checkout.run("keys");
        assertThat(first).doesNotExist();
    }

    private static void changeSources(Checkout checkout) throws IOException {
        Files.setLastModifiedTime(
                checkout.root().resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static void readUntil(Process process, String words) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(words) < 0) {
            int next = process.getInputStream().read();
            assertThat(next).as("ended after %s", read).isNotNegative();
            read.append((char) next);
        }
    }

    private static Path only(Checkout checkout) throws IOException {
        assertThat(checkout.applications()).hasSize(1);
        return checkout.applications().getFirst();
    }
}
