// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Middleware;
import cat.segell.card.catalogue.ModulePath;
import cat.segell.card.catalogue.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system's paths, on roots of our own. */
class MachineTest {

    private static final Map<String, String> WINDOWS = Map.of(
            "SystemRoot", "C:\\Windows",
            "SystemDrive", "C:",
            "ProgramFiles", "C:\\Program Files",
            "ProgramFiles(x86)", "C:\\Program Files (x86)");

    @TempDir
    Path root;

    private Machine machine(OperatingSystem system) {
        return new Machine(system, "amd64", system == OperatingSystem.WINDOWS ? WINDOWS : Map.of(), Optional.of(root));
    }

    private Path touch(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, "");
    }

    static Stream<ModulePath> places() {
        return Catalogue.bundled().middleware().stream()
                .map(Middleware::modules)
                .flatMap(List::stream);
    }

    /** Every row of the catalogue is found where it lies, on its own system and on no other. */
    @ParameterizedTest
    @MethodSource("places")
    void findsEveryRow(ModulePath place) throws IOException {
        Machine machine = machine(place.system());
        assertThat(machine.files(place)).isEmpty();
        for (String filled : machine.places(place.pattern())) {
            assertThat(filled).doesNotContain("{", "%");
            touch(filled.replace('*', '9').replace('\\', '/').replace(":", "").replaceFirst("^/", ""));
        }
        boolean ours = place.bits() == 64;
        assertThat(machine.files(place).isEmpty()).isEqualTo(!ours);
        for (OperatingSystem other : OperatingSystem.values()) {
            assertThat(other == place.system() || machine(other).files(place).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void looksIntoTheFoldersOfItsOwnProcessor() throws IOException {
        ModulePath place = linux("{lib}/driver.so");
        touch("usr/lib/aarch64-linux-gnu/driver.so");
        assertThat(machine(OperatingSystem.LINUX).files(place)).isEmpty();
        Path old = touch("usr/lib/driver.so");
        Path own = touch("usr/lib/x86_64-linux-gnu/driver.so");
        Path wide = touch("usr/lib64/driver.so");
        assertThat(machine(OperatingSystem.LINUX).files(place)).containsExactly(own, wide, old);
    }

    @Test
    void wildcardsMeanAnythingInTheNameAndNothingElse() throws IOException {
        Path first = touch("usr/lib/libaetpkss.so.3.0");
        Path second = touch("usr/lib/libaetpkss.so.3.8");
        touch("usr/lib/libaetpkss.so");
        touch("usr/lib/deeper/libaetpkss.so.4");
        Files.createDirectories(root.resolve("usr/lib/libaetpkss.so.folder"));
        assertThat(machine(OperatingSystem.LINUX).files(linux("/usr/lib/libaetpkss.so.*")))
                .containsExactly(first, second);
    }

    @Test
    void namesWithBracketsAreNoWildcards() throws IOException {
        Path file = touch("usr/lib/driver[1].so.2");
        touch("usr/lib/driver1.so.2");
        assertThat(machine(OperatingSystem.LINUX).files(linux("/usr/lib/driver[1].so.*")))
                .containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({
        "'\\\\server\\share'",
        "relative",
        "''",
        "'C:\\Windows\\..\\x:y'",
        "/tmp",
        "'C:Windows'",
    })
    void aVariableThatIsNoFolderOfADriveIsNotTaken(String value) {
        Machine machine = new Machine(OperatingSystem.WINDOWS, "amd64", Map.of("SYSTEMROOT", value), Optional.of(root));
        assertThat(machine.places("%SYSTEMROOT%\\System32\\driver.dll")).isEmpty();
    }

    @Test
    void fillsInWindowsFoldersWhateverTheCaseOfTheirNames() {
        assertThat(machine(OperatingSystem.WINDOWS).places("%PROGRAMFILES(X86)%\\a\\b.dll"))
                .containsExactly("C:\\Program Files (x86)\\a\\b.dll");
        assertThat(machine(OperatingSystem.WINDOWS).places("%SYSTEMDRIVE%\\a\\b.dll"))
                .containsExactly("C:\\a\\b.dll");
    }

    private static ModulePath linux(String pattern) {
        return new ModulePath(OperatingSystem.LINUX, pattern, true, 64);
    }
}
