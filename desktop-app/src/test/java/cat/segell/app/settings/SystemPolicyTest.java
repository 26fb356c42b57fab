// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.app.terminal.Terminal;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.PolicyUnreadable;
import cat.segell.problem.SettingProblem.PolicyUnsafe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have written the policy of a computer. */
class SystemPolicyTest {

    private static final int ROOT = 0;
    private static final int SOMEBODY = 65_533;

    @TempDir
    Path temporary;

    private Path folder;
    private Path file;
    private int me;

    @BeforeEach
    void write() throws IOException {
        Path real = temporary.toRealPath();
        me = (Integer) Files.getAttribute(real, "unix:uid");
        folder = closed(Files.createDirectories(real.resolve("etc/segell")));
        file = closed(Files.writeString(folder.resolve("policy.json"), "{\"locked\": {\"level\": \"B\"}}"));
        closed(real.resolve("etc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-"})
    void refusesFileThatOthersCanWrite(String rights) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertProblem(new PolicyUnsafe(file, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
    void refusesFileInFolderThatOthersCanWrite(String rights) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
        assertProblem(new PolicyUnsafe(file, folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolveSibling(""), PosixFilePermissions.fromString(rights));
        assertProblem(new PolicyUnsafe(file, folder.resolveSibling("")));
    }

    @Test
    void refusesFileOfSomebodyElse() throws IOException {
        // Only root can give a file away; where somebody else runs this test, it is theirs and not root's.
        if (me == ROOT) {
            Files.setAttribute(file, "unix:uid", SOMEBODY);
            assertProblem(new PolicyUnsafe(file, file));
        }
        assertThatThrownBy(new SystemPolicy(file, Set.of(SOMEBODY + 1))::read)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(PolicyUnsafe.class));
    }

    @Test
    void refusesLinkOutOfAnOpenFolder() throws IOException {
        Path open = Files.createDirectory(temporary.toRealPath().resolve("open"));
        Path target = Files.move(
                file, closed(Files.createDirectory(open.resolve("below"))).resolve("theirs.json"));
        Files.createSymbolicLink(file, Path.of("../../open/below/theirs.json"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertProblem(new PolicyUnsafe(file, open));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertProblem(new PolicyUnsafe(file, target));
    }

    @Test
    void refusesChainWithLinkInAnOpenFolder() throws IOException {
        Path real = temporary.toRealPath();
        Path open = Files.createDirectory(real.resolve("open"));
        Path target = Files.move(file, real.resolve("etc/real.json"));
        Files.createSymbolicLink(open.resolve("middle.json"), target);
        Files.createSymbolicLink(file, open.resolve("middle.json"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertProblem(new PolicyUnsafe(file, open));
    }

    @Test
    void neverTakesWhatLeadsNowhereForNoPolicy() throws IOException {
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("gone.json"));
        assertProblem(new PolicyUnreadable(file));
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("policy.json"));
        assertProblem(new PolicyUnreadable(file));
        Files.delete(file);
        Files.delete(folder);
        Files.createSymbolicLink(folder, Path.of("not-mounted"));
        assertProblem(new PolicyUnreadable(file));
    }

    @Test
    void refusesFolderInItsPlace() throws IOException {
        Files.delete(file);
        closed(Files.createDirectory(file));
        assertProblem(new PolicyUnreadable(file));
    }

    @Test
    void takesLinkWithinClosedFolders() throws Exception {
        Files.move(file, folder.resolveSibling("shared.json"));
        Files.createSymbolicLink(file, Path.of("../shared.json"));
        assertThat(policy().read().locked()).containsOnlyKeys(Setting.LEVEL);
    }

    @Test
    void readsWhatIsThereAndNothingWhereThereIsNone() throws Exception {
        assertThat(policy().read().locked()).containsOnlyKeys(Setting.LEVEL);
        Files.delete(file);
        assertThat(policy().read()).isEqualTo(Policy.NONE);
        Files.delete(folder);
        assertThat(policy().read()).isEqualTo(Policy.NONE);
    }

    @Test
    void thisComputersPolicyIsRootsAlone() {
        assertThat(Terminal.ofProcess().policy())
                .isEqualTo(new SystemPolicy(Path.of("/etc/segell/policy.json"), Set.of(ROOT)));
    }

    private SystemPolicy policy() {
        return new SystemPolicy(file, Set.copyOf(List.of(ROOT, me)));
    }

    private void assertProblem(Problem problem) {
        assertThatThrownBy(policy()::read)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    /** Whatever the umask is here. */
    private static Path closed(Path place) throws IOException {
        return Files.setPosixFilePermissions(
                place, PosixFilePermissions.fromString(Files.isDirectory(place) ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
