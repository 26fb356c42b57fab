// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file of what makes work easier and nothing depends on. */
final class Remembered {

    private Remembered() {}

    /** Whole or not at all; one that can't be written is no reason not to sign. */
    static void write(Path file, String lines) {
        try {
            Path part = Files.createTempFile(
                    file.toAbsolutePath().resolveSibling(""), String.valueOf(file.getFileName()), ".part");
            Files.writeString(part, lines);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            return;
        }
    }
}
