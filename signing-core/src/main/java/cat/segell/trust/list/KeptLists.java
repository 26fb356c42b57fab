// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.document.PrivateFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import cat.segell.xml.XmlStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The last good lists, a file each, named after their address. When a file was written is when its list was last fetched. */
final class KeptLists {

    private final Path folder;

    KeptLists(Path folder) {
        this.folder = folder;
    }

    Path file(String address) {
        return folder.resolve(name(address));
    }

    private static String name(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16) + ".xml";
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    /** Whatever has become of it. */
    boolean isThere(String address) {
        return Files.exists(file(address));
    }

    /** As good as what may come over the network: others than this program can have written the file. */
    Optional<byte[]> read(String address) {
        Path file = file(address);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= ListFetcher.LARGEST
                    ? Optional.of(Files.readAllBytes(file)).filter(XmlStructure::isPlain)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    Optional<Instant> fetched(String address) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(address)).toInstant());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** @throws ProblemException {@code HOME-UNWRITABLE} */
    void keep(String address, byte[] content) throws ProblemException {
        try {
            PrivateFolder.at(folder).replace(name(address), content);
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }
}
