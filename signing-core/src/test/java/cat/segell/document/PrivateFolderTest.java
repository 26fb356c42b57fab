// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

    @TempDir
    Path home;

    @Test
    void belongsToItsOwnerAloneEvenWhereItWasOpen() throws Exception {
        Path open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path path : new Path[] {open, home.resolve("a/b/new")}) {
            PrivateFolder folder = PrivateFolder.at(path);
            Path file = folder.write("file", new byte[] {1, 2});
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
        }
    }

    @Test
    void overwritesNothing() throws Exception {
        PrivateFolder folder = PrivateFolder.at(home.resolve("own"));
        folder.write("file", new byte[1]);
        assertThatThrownBy(() -> folder.write("file", new byte[2])).isInstanceOf(FileAlreadyExistsException.class);
    }
}
