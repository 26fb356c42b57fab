// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds its JDK 25 and its Maven, or says what to install. */
@Timeout(120)
class ToolsTest {

    /**
     * A root of its own, $1, that is this machine's but for the places where JDKs lie, with /etc/os-release from $2 if that isn't
     * empty, and the JDK of $4 at $3 if that isn't empty. What the tests wrote lies below $5. Nothing of it outlasts the command.
     */
    private static final String MACHINE = """
            set -e
            root=$1
            mount -t tmpfs tmpfs "$root"
            mkdir "$root/machine"
            mount --rbind / "$root/machine"
            show() {
              mkdir -p "$root$1"
              for each in $(ls -A "$1/"); do
                case $1/$each in /usr | /usr/lib | /usr/lib64 | /lib64) [ -L "$1/$each" ] || continue ;; esac
                case " $hidden " in *" $1/$each "*) continue ;; esac
                ln -s "/machine$1/$each" "$root$1/$each"
              done
            }
            top=/${5#/}
            top=/$(echo "${top#/}" | cut -d / -f 1)
            hidden="/usr/lib/jvm /usr/lib64/jvm /usr/java /usr/local /opt /home /snap /Library $top"
            show ""
            show /usr
            for folder in /usr/lib /usr/lib64; do
              if [ -d $folder ] && ! [ -L $folder ]; then show $folder; fi
            done
            mkdir -p "$root$5"
            mount --bind "$5" "$root$5"
            if [ "$2" ]; then mount --bind "$2" "$root/machine/etc/os-release"; fi
            if [ "$3" ]; then mkdir -p "$root$3"; cp -R "$4/." "$root$3"; fi
            shift 5
            exec chroot "$root" "$@"
            """;

    /** Where the launcher promises to find one; {@code ~} is the person's folder. */
    private static final String PLACES = """
            /usr/lib/jvm/temurin-25-jdk-amd64
            /usr/lib64/jvm/java-25-openjdk
            /usr/java/jdk-25
            /usr/local/lib/jvm/openjdk-25
            /usr/local/openjdk-25
            /usr/local/jdk25
            /opt/jdk-25.0.1
            /opt/java/openjdk
            /opt/jdk/25
            ~/.sdkman/candidates/java/25.0.1-tem
            ~/.jdks/temurin-25.0.1
            ~/.gradle/jdks/eclipse_adoptium-25-amd64-linux.2
            ~/.asdf/installs/java/temurin-25.0.1
            ~/.local/share/mise/installs/java/25
            ~/.local/share/jdk-25
            ~/.local/share/java/25
            ~/jdk-25
            /snap/openjdk/current/jdk
            /home/linuxbrew/.linuxbrew/opt/openjdk@25/libexec
            ~/.linuxbrew/opt/openjdk@25/libexec
            /Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home
            ~/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home
            /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home
            /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home
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

    static Stream<String> places() {
        return PLACES.lines();
    }

    @ParameterizedTest
    @Tag("privileged")
    @MethodSource("places")
    void findsJdk25WhereSystemsAndPeopleKeepThem(String place) throws Exception {
        Checkout checkout = withJdk17First(Checkout.in(folder, "checkout").with("SEGELL_JAVA_HOME", ""));
        String there = place.replace("~", checkout.home().toString());
        Outcome outcome = onMachine(checkout, "", there).run("keys");
        assertThat(outcome.output()).isEqualTo(BUILDING + outcome.lines().getLast() + "\n");
        assertThat(outcome.lines().getLast()).startsWith("java 25.0.1 ");
        assertThat(outcome.status()).isZero();
    }

    /** The list above is of what the launcher says that it looks at. */
    @Test
    void everyPlaceOfTheLauncherIsOfTheList() throws Exception {
        String launcher = Files.readString(Path.of("../segell"));
        String places = launcher.substring(launcher.indexOf("places=(\n"), launcher.indexOf("\n  )\n"));
        List<Pattern> patterns = places.lines()
                .skip(1)
                .map(line -> line.strip().replace("\"$person\"", "~").split("\\*", -1))
                .map(parts -> Stream.of(parts).map(Pattern::quote).collect(Collectors.joining("[^/]*")))
                .map(Pattern::compile)
                .toList();
        assertThat(patterns)
                .hasSizeGreaterThan(20)
                .allSatisfy(pattern -> assertThat(places()).as("%s", pattern).anyMatch(pattern.asMatchPredicate()));
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

    @ParameterizedTest
    @CsvSource({"demo, 3.6.3", "test, 3.8.6", "keys, 2.99.99"})
    void saysInOneLineThatMavenIsTooOld(String command, String version) throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout").with("MAVEN_VERSION", version);
        Outcome outcome = checkout.run(command);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output())
                .startsWith("segell: needs Maven 3.8.7 or newer to build and found " + version + ": ")
                .contains("https://maven.apache.org")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.7", "3.9.0", "3.10.1", "4.0.0", "4.0.0-rc-5"})
    void buildsWithAMavenThatIsNewEnough(String version) throws Exception {
        Outcome outcome =
                Checkout.in(folder, "checkout").with("MAVEN_VERSION", version).run("keys");
        assertThat(outcome.output()).startsWith(BUILDING + "java 25.0.1 ");
        assertThat(outcome.status()).isZero();
    }

    /** What a build laid out is where the launcher noted it, and never in the system's own folders. */
    @Test
    @Tag("privileged")
    void buildsWhereNothingSaysWhatWasBuilt() throws Exception {
        Checkout checkout = Checkout.in(folder, "checkout");
        checkout.run("keys");
        Files.delete(checkout.root().resolve("installers/target/current"));
        // Beside /lib it makes the system's root look like an application.
        Outcome outcome = onMachine(checkout, "", "/javafx").run("keys");
        assertThat(outcome.output()).startsWith(BUILDING).contains("--module-path " + checkout.root());
    }

    private Checkout withJdk17First(Checkout checkout) throws Exception {
        Path old = folder.resolve("jdk17");
        return checkout.jdk(old, "17.0.15").with("JAVA_HOME", old.toString()).firstOnPath(old.resolve("bin"));
    }

    /**
     * @param release file to be /etc/os-release; empty: this machine's
     * @param place of a JDK 25; empty: none
     */
    private Checkout onMachine(Checkout checkout, String release, String place) throws IOException {
        String root = Files.createDirectories(folder.resolve("root")).toString();
        String jdk = folder.resolve("jdk").toString();
        return checkout.around(
                "unshare", "--mount", "sh", "-c", MACHINE, "sh", root, release, place, jdk, folder.toString());
    }
}
