// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearFileTest {

    @TempDir
    private Path home;

    private Path file = Path.of("");

    @BeforeEach
    void layAFileDown() throws Exception {
        file = Files.createFile(Files.createDirectory(home.resolve("lib")).resolve("libmine-pkcs11.so"));
    }

    @Test
    void noFileNearIsNone() {
        assertThat(NearFile.of(home.resolve("lib/other.so"), home)).isEmpty();
        assertThat(NearFile.of(home.resolve("nowhere/libmine-pkcs11.so"), home)).isEmpty();
        assertThat(NearFile.of(Path.of("/"), home)).isEmpty();
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        Files.createDirectory(home.resolve("lib/others.so"));
        assertThat(NearFile.of(home.resolve("lib/other.so"), home)).isEmpty();
    }

    @Test
    void aSlipOfAFingerIsFound() {
        assertThat(NearFile.of(home.resolve("lib/libmine-pksc11.so"), home)).contains(file);
        assertThat(NearFile.of(home.resolve("lib/libmine-pkcs11"), home)).contains(file);
    }

    /** In quotes no shell puts the home folder there. */
    @Test
    void aQuotedTildeIsTheHomeFolder() {
        assertThat(NearFile.of(Path.of("/work/~/lib/libmine-pkcs11.so"), home)).contains(file);
        assertThat(NearFile.of(Path.of("/work/~/lib/libmine-pksc11.so"), home)).contains(file);
    }
}
