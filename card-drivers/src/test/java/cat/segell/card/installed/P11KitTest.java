// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class P11KitTest {

    private static final String PACKAGE = "usr/share/p11-kit/modules/";
    private static final String SYSTEM = "etc/pkcs11/modules/";
    private static final String OWN = "home/maria/.config/pkcs11/modules/";

    @TempDir
    Path root;

    private Path one;
    private Path two;

    @BeforeEach
    void modules() throws IOException {
        one = write("usr/lib/x86_64-linux-gnu/pkcs11/one.so", "");
        two = write("opt/two.so", "");
    }

    private Path write(String place, String text) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private List<Path> found() {
        return new P11Kit(new Machine(OperatingSystem.LINUX, "amd64", Map.of("HOME", "/home/maria"), Optional.of(root)))
                .modules();
    }

    @Test
    void findsRelativeAndAbsoluteModules() throws IOException {
        write(PACKAGE + "one.module", "# comment\n\n  module: one.so  \nmanaged: yes\n");
        write(SYSTEM + "two.module", "module:/opt/two.so");
        assertThat(found()).containsExactly(one, two);
    }

    @Test
    void higherPrioritiesComeFirst() throws IOException {
        write(PACKAGE + "one.module", "module: one.so\npriority: -1");
        write(SYSTEM + "two.module", "module: /opt/two.so");
        assertThat(found()).containsExactly(two, one);
    }

    @Test
    void aPersonsFileChangesOrSilencesTheSystems() throws IOException {
        write(PACKAGE + "a.module", "module: one.so");
        write(OWN + "a.module", "module: /opt/two.so");
        assertThat(found()).containsExactly(two);
        write(OWN + "a.module", "module:");
        assertThat(found()).isEmpty();
        write(OWN + "a.module", "priority: 3");
        assertThat(found()).containsExactly(one);
    }

    @Test
    void theAdministratorDecidesWhetherThePersonsFilesCount() throws IOException {
        write(PACKAGE + "one.module", "module: one.so");
        write(OWN + "two.module", "module: /opt/two.so");
        write("home/maria/.config/pkcs11/pkcs11.conf", "user-config: only");
        assertThat(found()).containsExactly(two);
        write("etc/pkcs11/pkcs11.conf", "user-config: none");
        assertThat(found()).containsExactly(one);
        write("etc/pkcs11/pkcs11.conf", "user-config: merge");
        write("home/maria/.config/pkcs11/pkcs11.conf", "user-config: none");
        assertThat(found()).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remote: |ssh host p11-kit remote",
                "trust-policy: yes",
                "enable-in: firefox, ssh",
                "disable-in: ssh segell",
                "not a field",
            })
    void leavesOutWhatIsNotForUs(String line) throws IOException {
        write(PACKAGE + "one.module", "module: one.so\n" + line);
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable-in: firefox, segell", "disable-in: firefox", "x-later: |", "remote:"})
    void keepsWhatIs(String line) throws IOException {
        write(PACKAGE + "one.module", "module: one.so\n" + line);
        assertThat(found()).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../opt/two.so", "absent.so", "/opt/absent.so", "/opt", "/"})
    void followsNoNameOutOfItsFolderNorToNothing(String module) throws IOException {
        write(PACKAGE + "one.module", "module: " + module);
        assertThat(found()).isEmpty();
    }

    @Test
    void ignoresFilesThatAreNoModuleFiles() throws IOException {
        write(PACKAGE + ".hidden.module", "module: one.so");
        write(PACKAGE + "one.module.bak", "module: one.so");
        write(PACKAGE + "huge.module", "module: one.so\n" + "#".repeat(1 << 17));
        Files.createDirectories(root.resolve(PACKAGE + "folder.module"));
        Files.createSymbolicLink(root.resolve(PACKAGE + "zero.module"), Path.of("/dev/zero"));
        assertThat(found()).isEmpty();
    }
}
