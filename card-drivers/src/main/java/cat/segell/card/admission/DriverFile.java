// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.document.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A driver's file as it lies there now, for the person who decides on it.
 *
 * @param named as settings or p11-kit name it
 * @param real without links
 * @param owner name of its owner
 * @param written when its content was changed the last time, as the file says it
 * @param known SHA-256 of the file that was worked with until now, in hex
 */
public record DriverFile(Path named, Path real, String owner, Instant written, Digest sha256, Optional<String> known) {

    static DriverFile of(ModuleFile module, ModuleBytes bytes, Optional<String> known) throws IOException {
        Path real = module.real();
        return new DriverFile(
                module.named(),
                real,
                Files.getOwner(real).getName(),
                Files.getLastModifiedTime(real).toInstant(),
                bytes.sha256(),
                known);
    }
}
