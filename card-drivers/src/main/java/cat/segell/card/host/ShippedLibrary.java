// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.PrivateFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * A native library that comes inside a jar, laid into a folder of ours: left to themselves wrappers unpack theirs into a
 * folder for temporary files, where others may write.
 *
 * @param name the file's name
 */
public record ShippedLibrary(String name, byte[] content) {

    /**
     * Looks at the bytes each time: a library that is not the one we ship is replaced before anything loads it.
     *
     * @param folder under which one folder per version is kept
     * @return the folder that it lies in
     * @throws ProblemException {@code HOME-UNWRITABLE}
     */
    public Path laidInto(Path folder) throws ProblemException {
        String version = DigestAlgorithm.SHA256.of(content).hex().substring(0, 16);
        Path own = folder.resolve(version);
        Path library = own.resolve(name);
        try {
            PrivateFolder.at(folder);
            PrivateFolder home = PrivateFolder.at(own);
            if (!Files.isRegularFile(library) || !Arrays.equals(Files.readAllBytes(library), content)) {
                Path written = home.write(UUID.randomUUID() + ".part", content);
                Files.move(written, library, StandardCopyOption.ATOMIC_MOVE);
            }
            return own;
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }
}
