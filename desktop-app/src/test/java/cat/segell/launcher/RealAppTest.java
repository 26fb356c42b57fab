// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.cli.ShellWord;
import cat.segell.launcher.Checkout.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher starts the real application, with its own flags: the sessions start it with theirs. */
@Timeout(300)
class RealAppTest {

    /** The one of this system; its twin without a system in its name is empty. */
    private static final Pattern JAVAFX = Pattern.compile("javafx-[a-z]+-[0-9.]+-.+\\.jar");

    @TempDir
    static Path folder;

    private static Checkout checkout;

    /** Its Maven lays out what was just compiled, as the module installers does. */
    @BeforeAll
    static void build() throws Exception {
        layOut();
        checkout = Checkout.bare(folder, "còpia d'avui")
                .with("SEGELL_JAVA_HOME", System.getProperty("java.home"))
                .systemTool("ln")
                .tool("mvn", """
                        for word; do
                          case $word in -Dapp.folder=*)
                            mkdir -p "${word#*=}"
                            ln -s '%1$s/lib' '%1$s/javafx' "${word#*=}" ;;
                          esac
                        done
                        """.formatted(folder.resolve("app")));
        Outcome outcome = checkout.run("--version", "--json");
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.lines())
                .hasSize(4)
                .startsWith("segell: building from source (the first time takes a few minutes)…", "{");
    }

    private static void layOut() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("app/lib"));
        Path javafx = Files.createDirectories(folder.resolve("app/javafx"));
        for (Path place : classPath()) {
            String name = place.getFileName().toString();
            if (Files.isDirectory(place)) {
                String module = place.resolve("../..").normalize().getFileName().toString();
                jar(lib.resolve(module + ".jar"), place);
            } else if (JAVAFX.matcher(name).matches()) {
                Files.copy(place, javafx.resolve(name));
            } else if (!name.startsWith("javafx-")) {
                Files.copy(place, lib.resolve(name));
            }
        }
    }

    @Test
    void demoSignsAndVerifiesAndNothingElseIsSaid() throws Exception {
        Outcome outcome = checkout.run(
                "demo", "--json", "--lang", "en", "--out", folder.resolve("out").toString());
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.lines().subList(0, 2))
                .containsExactly(
                        "Signing as MARIA PROVA EXEMPLE, Secretària, Ajuntament de Pràctiques (practice: no legal value)",
                        "{");
        assertThat(outcome.lines().getLast()).isEqualTo("}");
        // Of three documents and their four signatures.
        assertThat(outcome.lines())
                .filteredOn(line -> line.strip().equals("\"verdict\" : \"valid\","))
                .hasSize(7);
        assertThat(folder.resolve("out/memoria-anual-signed.pdf.tlog-proof")).exists();
    }

    /** What it says to type can be typed: here by a name that a shell wants in quotes. */
    @Test
    void callsItselfAsItWasCalled() throws Exception {
        String segell = ShellWord.of(checkout.root().resolve("segell").toString());
        Outcome outcome = checkout.run("ledger", "--lang", "en");
        assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
        assertThat(outcome.output()).contains("Usage: " + segell + " ledger ", "“" + segell + " ledger --help”");
    }

    /** A Java that may not call native code says so on standard error. */
    @Test
    void asksForCardsWithoutAWordOfJavas() throws Exception {
        Outcome outcome = checkout.run("cards", "--json");
        assertThat(outcome.status()).as(outcome.output()).isIn(0, 3);
        assertThat(outcome.lines().getFirst()).as(outcome.output()).isEqualTo("{");
        assertThat(outcome.output()).doesNotContain("WARNING");
    }

    private static List<Path> classPath() {
        String places = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(places.split(File.pathSeparator))
                .map(Path::of)
                .filter(place ->
                        !place.endsWith("test-classes") && !place.toString().contains("-tests.jar"))
                .toList();
    }

    private static void jar(Path file, Path classes) {
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", file.toString(), "-C", classes.toString(), ".");
        assertThat(status).isZero();
    }
}
