// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import cat.segell.document.Digest;
import cat.segell.document.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hash that each driver had when it was last worked with, in a file of the home: a line for each, as {@code sha256sum}
 * writes them. It notices exchanged drivers; it doesn't withstand somebody who can write in the home.
 *
 * @param folder in the home
 */
record ModuleMemory(Path folder) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    Optional<String> sha256(Path real) throws IOException {
        return Optional.ofNullable(read().get(real.toString()));
    }

    /** Several processes may do this at a time; threads of one wait here, because a file's lock belongs to the process. */
    void remember(Path real, Digest sha256) throws IOException {
        synchronized (LINE) {
            write(real, sha256);
        }
    }

    private void write(Path real, Digest sha256) throws IOException {
        PrivateFolder home = PrivateFolder.at(folder);
        try (FileChannel lock = FileChannel.open(
                        home.resolve("drivers.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            Map<String, String> known = read();
            known.put(real.toString(), sha256.hex());
            StringBuilder lines = new StringBuilder();
            known.forEach(
                    (path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
            Path part = home.write(UUID.randomUUID() + ".part", lines.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path file() {
        return folder.resolve("drivers.sha256");
    }

    /** What can't be read was never known. */
    private Map<String, String> read() throws IOException {
        Map<String, String> known = new TreeMap<>();
        try {
            String content = new String(Files.readAllBytes(file()), StandardCharsets.UTF_8);
            for (String line : content.split("\n", -1)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    known.put(matcher.group(2), matcher.group(1));
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return known;
        }
        return known;
    }
}
