// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private Path file(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".xml");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    Optional<byte[]> read(String address) {
        try {
            return Files.isRegularFile(file(address))
                    ? Optional.of(Files.readAllBytes(file(address)))
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
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "list", ".part");
            Files.write(part, content);
            Files.move(part, file(address), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }
}
