// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.OwnedPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which file it is, and what is in it.
 *
 * @param place device, number of the file, and the time of its last change of any kind, which nobody can set
 */
public record ModuleBytes(Map<String, Object> place, Digest sha256) {

    public ModuleBytes {
        place = Map.copyOf(place);
    }

    /** @param real without links */
    static ModuleBytes of(Path real) throws IOException {
        try (InputStream in = Files.newInputStream(real)) {
            Digest sha256 = DigestAlgorithm.SHA256.of(in);
            return new ModuleBytes(place(real), sha256);
        }
    }

    private static Map<String, Object> place(Path real) throws IOException {
        String wanted = OwnedPath.knowsOwners() ? "unix:dev,ino,ctime,size" : "size,lastModifiedTime";
        return new TreeMap<>(Files.readAttributes(real, wanted));
    }
}
