// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds its JDK 25 and its Maven, or says what to install. */
@Timeout(120)
class ToolsTest {

    /**
     * Hides the JDKs of this machine, gives it one at $2 if that isn't empty, and another /etc/os-release if $1 isn't empty.
     */
    private static final String MACHINE = """
            set -e
            for place in /usr/lib/jvm /usr/lib64/jvm /usr/java /opt /usr/local/opt; do
              if [ -d $place ]; then mount -t tmpfs tmpfs $place; fi
            done
            if [ "$1" ]; then mount --bind "$1" /etc/os-release; fi
            if [ "$2" ]; then mkdir -p "$2"; cp -R "$3/." "$2"; fi
            shift 3
            exec "$@"
            """;

    private static final String BUILDING = "segell: building from source (the first time takes a few minutes)…\n";

    @TempDir
    Path folder;

    /** What is shown of this machine's JDKs doesn't matter: Maven gets one of 25. */
    @Test
    void buildsWithJdk25WhereAnotherComesFirst() throws Exception {
        Checkout checkout = withJdk17First(Checkout.bare(folder, "checkout"));
        checkout.jdk(checkout.home().resolve(".jdks/temurin"), "25.0.1");
        checkout.tool("mvn", "cat \"$JAVA_HOME/release\"");
        assertThat(checkout.run("test").output()).contains("JAVA_VERSION=\"25").doesNotContain("17.0");
    }

    @Test
    void saysWhatIsNoJdk25ThoughItWasNamed() throws Exception {
        Checkout checkout = withJdk17First(Checkout.in(folder, "checkout"));
        checkout.with("JAVA_HOME", folder.resolve("jdk").toString());
        checkout.with("SEGELL_JAVA_HOME", folder.resolve("jdk17").toString());
        assertThat(checkout.run("keys").output())
                .startsWith("segell: SEGELL_JAVA_HOME is not a JDK 25: " + folder.resolve("jdk17"))
                .contains("java 25.0.1");
    }

    @ParameterizedTest
    @Tag("privileged")
    @ValueSource(
            strings = {".jdks/temurin-25.0.1", ".sdkman/candidates/java/25.0.1-tem", ".local/share/jdk-25", "jdk-25"})
    void findsJdk25InThePersonsFolder(String place) throws Exception {
        Checkout checkout = withJdk17First(Checkout.in(folder, "checkout").with("SEGELL_JAVA_HOME", ""));
        checkout.jdk(checkout.home().resolve(place), "25.0.2");
        Outcome outcome = onMachine(checkout, "", "").run("keys");
        assertThat(outcome.output()).startsWith(BUILDING + "java 25.0.2 ");
        assertThat(outcome.status()).isZero();
    }

    @ParameterizedTest
    @Tag("privileged")
    @ValueSource(strings = {"/usr/lib/jvm/temurin-25-jdk-amd64", "/opt/java/openjdk", "/opt/jdk-25.0.1"})
    void findsJdk25OfTheSystem(String place) throws Exception {
        Checkout checkout = withJdk17First(Checkout.in(folder, "checkout").with("SEGELL_JAVA_HOME", ""));
        Outcome outcome = onMachine(checkout, "", place).run("keys");
        assertThat(outcome.output()).startsWith(BUILDING + "java 25.0.1 ");
        assertThat(outcome.status()).isZero();
    }

    @Test
    @Tag("privileged")
    void findsJdk25OnThePathBehindLinks() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").with("SEGELL_JAVA_HOME", "");
        Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), folder.resolve("jdk/bin/java"));
        Files.createSymbolicLink(folder.resolve("tools/java"), alternatives.resolve("java"));
        assertThat(onMachine(checkout, "", "").run("keys").output()).startsWith(BUILDING + "java 25.0.1 ");
    }

    @ParameterizedTest
    @Tag("privileged")
    @CsvSource(textBlock = """
            debian, 12,   Debian 12 itself has no
            debian, 13,   apt install openjdk-25-jdk-headless if it is offered
            ubuntu, 26.04, apt install openjdk-25-jdk-headless
            fedora, 43,   dnf install java-25-openjdk-devel
            arch, '',     pacman -S jdk25-openjdk
            other, 1,     a JDK 25 archive from https://adoptium.net
            """)
    void saysInOneLineWhichJdkToInstall(String system, String version, String advice) throws Exception {
        Checkout checkout = withJdk17First(Checkout.in(folder, "checkout").with("SEGELL_JAVA_HOME", ""));
        Path release = Files.writeString(
                folder.resolve("os-release"), "ID=%s%nVERSION_ID=\"%s\"%n".formatted(system, version));
        for (String command : new String[] {"demo", "test"}) {
            Outcome outcome = onMachine(checkout, release.toString(), "").run(command);
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.output())
                    .startsWith("segell: needs a JDK 25 and found none. Install: ")
                    .contains(advice)
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test"})
    void saysInOneLineThatMavenIsMissing(String command) throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").tool("apt-get", "");
        Files.delete(folder.resolve("tools/mvn"));
        Outcome outcome = checkout.run(command);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output())
                .startsWith("segell: needs Maven 3.8.7 or newer")
                .contains("Install: apt install maven.")
                .hasLineCount(1);
    }

    private Checkout withJdk17First(Checkout checkout) throws Exception {
        Path old = folder.resolve("jdk17");
        return checkout.jdk(old, "17.0.15").with("JAVA_HOME", old.toString()).firstOnPath(old.resolve("bin"));
    }

    /**
     * @param release file to be /etc/os-release; empty: this machine's
     * @param place of a JDK 25; empty: none
     */
    private Checkout onMachine(Checkout checkout, String release, String place) {
        String jdk = folder.resolve("jdk").toString();
        return checkout.around("unshare", "--mount", "sh", "-c", MACHINE, "sh", release, place, jdk);
    }
}
