// SPDX-License-Identifier: EUPL-1.2
package cat.segell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./segell test}: what it runs, what it says that it didn't, and the status that it ends with. */
@Timeout(120)
class TestRunTest {

    private static final String ALL_RUN = "2 passed, 0 failed, 0 skipped";

    @TempDir
    Path folder;

    private Checkout checkout;

    /** Two tests pass, on the machine of root, to whom everything is permitted and who has every package. */
    @BeforeEach
    void machine() throws IOException {
        checkout = Checkout.in(folder, "checkout")
                .write(".ci/packages", "# a comment\nsofthsm2\npcscd\n")
                .write("card-drivers/src/test/java/TokenTest.java", "@Tag(\"system\")")
                .write("card-drivers/src/test/java/CardTest.java", "@Tag(\"system\")\n@Tag(\"privileged\")")
                .write("signing-core/src/test/java/DiskTest.java", "@Tag(\"privileged\")")
                .write("signing-core/src/test/java/PlainTest.java", "@Test")
                .write("desktop-app/src/test/resources/token.session", "# needs: softhsm2")
                .write("desktop-app/src/test/resources/cards.session", "# needs: CAP_SYS_ADMIN pcscd")
                .write("desktop-app/src/test/resources/plain.session", "# No needs.")
                .tool("id", "echo 0")
                .tool("sudo", "exit 1")
                .tool("unshare", "")
                .tool("apt-get", "echo apt-get \"$@\" >>'" + folder.resolve("apt") + "'; exit 100")
                .tool("dpkg-query", "echo 'install ok installed'");
        report("tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    }

    @Test
    void endsWithZeroWhereEverythingRanAndPassed() throws Exception {
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines()).endsWith(ALL_RUN);
        assertThat(outcome.output()).contains("mvn ").doesNotContain("excluded.tags", "not run");
        assertThat(folder.resolve("apt")).doesNotExist();
    }

    @Test
    void namesWhatNeedsPackagesThatOnlyRootCanInstall() throws Exception {
        lackPcscd().tool("id", "echo 1000");
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output()).contains("-Dexcluded.tags=system\n");
        assertThat(outcome.lines())
                .endsWith(
                        "segell: not run for want of packages, in these the tests tagged system: "
                                + "CardTest TokenTest cards.session token.session ",
                        "segell: to run them, as root: apt-get install pcscd ",
                        ALL_RUN);
        assertThat(folder.resolve("apt")).doesNotExist();
    }

    @Test
    void rootInstallsWhatIsMissing() throws Exception {
        lackPcscd().tool("apt-get", "echo apt-get \"$@\" >>'" + folder.resolve("apt") + "'; : >'" + pcscd() + "'");
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).contains("installing for the tests: pcscd").doesNotContain("excluded.tags");
        assertThat(folder.resolve("apt")).content().contains("install -y -qq --no-install-recommends pcscd\n");
    }

    @Test
    void somebodyWhoMaySudoInstallsWhatIsMissing() throws Exception {
        lackPcscd().tool("id", "echo 1000").tool("sudo", "[ \"$1\" = -n ] && shift && exec \"$@\"");
        checkout.tool("apt-get", ": >'" + pcscd() + "'");
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).doesNotContain("excluded.tags");
    }

    /** Such a person's sudo wants a password: it is asked for in one line that says what for, and only at a terminal. */
    @ParameterizedTest
    @CsvSource({"true, 0", "false, 3"})
    @Tag("system")
    void atATerminalSudoAsksForThePassword(boolean known, int status) throws Exception {
        lackPcscd().tool("id", "echo 1000").tool("apt-get", ": >'" + pcscd() + "'");
        sudoWithPassword(known);
        Outcome outcome = checkout.around("bash", "-c", """
                exec script -qec "$(printf '%q ' "$@")" /dev/null
                """, "bash").run("test");
        assertThat(outcome.lines())
                .containsSubsequence(
                        "segell: sudo asks for your password to install what the tests need: pcscd. "
                                + "Without it, those that need it are left out.",
                        "Password:");
        assertThat(outcome.output().contains("excluded.tags")).isEqualTo(!known);
        assertThat(outcome.status()).isEqualTo(status);
    }

    @Test
    void withoutATerminalNobodyIsAskedForAPassword() throws Exception {
        lackPcscd().tool("id", "echo 1000");
        sudoWithPassword(true);
        Outcome outcome = checkout.run("test");
        assertThat(outcome.output()).contains("apt-get install pcscd").doesNotContain("Password:", "asks");
        assertThat(outcome.status()).isEqualTo(3);
    }

    private void sudoWithPassword(boolean known) throws IOException {
        checkout.tool("sudo", """
                case $1 in
                  -n) exit 1 ;;
                  -v) echo Password:; exit %d ;;
                esac
                exec "$@"
                """.formatted(known ? 0 : 1));
    }

    @Test
    void saysSoWhereRootCannotInstallThem() throws Exception {
        Outcome outcome = lackPcscd().run("test");
        assertThat(folder.resolve("apt")).content().contains("install");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output()).contains("-Dexcluded.tags=system\n", "apt-get install pcscd");
    }

    @Test
    void everythingIsMissingWhereThereIsNoDebian() throws Exception {
        Files.delete(folder.resolve("tools/dpkg-query"));
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output()).contains("-Dexcluded.tags=system\n", "apt-get install softhsm2 pcscd");
    }

    @Test
    void namesWhatNeedsRightsThatAreMissing() throws Exception {
        checkout.tool("unshare", "exit 1");
        assertRightsMissing(checkout.run("test"));
    }

    /** Without the tests' own unshare, and without the right that root otherwise has. */
    @Test
    void triesTheRightsForReal() throws Exception {
        realTools().around("sh", "-c", """
                case $(id -u) in 0) exec setpriv --bounding-set=-sys_admin "$@" ;; esac
                exec "$@"
                """, "sh");
        assertRightsMissing(checkout.run("test"));
    }

    @Test
    @Tag("privileged")
    void hasTheRightsWhereThisTestHasThem() throws Exception {
        Outcome outcome = realTools().run("test");
        assertThat(outcome.output()).doesNotContain("excluded.tags", "not run");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void namesBothReasons() throws Exception {
        lackPcscd().tool("id", "echo 1000").tool("unshare", "exit 1");
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.output())
                .contains("-Dexcluded.tags=system,privileged\n")
                .contains("not run for want of packages", "apt-get install pcscd")
                .contains("not run for want of rights", "./segell test as root");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tests="3" errors="0" skipped="1" failures="0",  '2 passed, 0 failed, 1 skipped'
            tests="3" errors="0" skipped="0" failures="1",  '2 passed, 1 failed, 0 skipped'
            tests="3" errors="1" skipped="0" failures="0",  '2 passed, 1 failed, 0 skipped'
            tests="0" errors="0" skipped="0" failures="0",  '0 passed, 0 failed, 0 skipped'
            """)
    void endsWithOneWhereNotEverythingPassed(String counts, String told) throws Exception {
        report(counts);
        for (String rights : new String[] {"", "exit 1"}) {
            Outcome outcome = checkout.tool("unshare", rights).run("test");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.lines()).contains(told);
        }
    }

    @Test
    void endsWithOneWhereNothingWasReported() throws Exception {
        Outcome outcome = checkout.tool("mvn", "").run("test");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).endsWith("0 passed, 0 failed, 0 skipped", "segell: no test ran.");
    }

    /** What an earlier run reported is no result of this one. */
    @Test
    void endsWithOneWhereTheBuildBreaks() throws Exception {
        assertThat(checkout.run("test").status()).isZero();
        Outcome outcome = checkout.tool("mvn", "exit 1").run("test");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).endsWith("0 passed, 0 failed, 0 skipped");
    }

    @Test
    void handsOptionsOnAndRefusesOthers() throws Exception {
        assertThat(checkout.run("test", "--long", "-Dtest=A", "-pl", "signing-core", "-am")
                        .output())
                .contains("-Dlong=true -Dtest=A -pl signing-core -am");
        Outcome outcome = checkout.run("test", "--lang");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).doesNotContain("mvn ");
    }

    private static void assertRightsMissing(Outcome outcome) {
        assertThat(outcome.output()).contains("-Dexcluded.tags=privileged\n");
        assertThat(outcome.lines())
                .endsWith(
                        "segell: not run for want of rights, in these the tests tagged privileged: "
                                + "CardTest DiskTest cards.session ",
                        "segell: to run them: ./segell test as root; in a container, one that has CAP_SYS_ADMIN.",
                        ALL_RUN);
        assertThat(outcome.status()).isEqualTo(3);
    }

    private Path pcscd() {
        return folder.resolve("pcscd-is-here");
    }

    /** Until the file is there. */
    private Checkout lackPcscd() throws IOException {
        return checkout.tool(
                "dpkg-query",
                "case $* in *pcscd*) [ -e '" + pcscd() + "' ] || exit 1 ;; esac; echo 'install ok installed'");
    }

    private Checkout realTools() throws IOException {
        Files.delete(folder.resolve("tools/unshare"));
        return checkout.systemTool("unshare")
                .systemTool("mount")
                .systemTool("nsenter")
                .systemTool("ip");
    }

    /** What surefire leaves of a module's tests, in the module and one of no tests beside it. */
    private void report(String counts) throws IOException {
        checkout.tool("mvn", """
                echo mvn "$@"
                reports='%s'/signing-core/target/surefire-reports
                mkdir -p "$reports"
                printf '<?xml version="1.0"?>\\n<testsuite version="3.0.2" name="tests" time="2.395" %s flakes="0">\\n' >"$reports/TEST-a.xml"
                printf '<testsuite name="none" tests="0"\\n errors="0" skipped="0" failures="0">\\n' >"$reports/TEST-b.xml"
                """.formatted(checkout.root(), counts));
    }
}
