// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.credential.CredentialId;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What drivers told at earlier logins: whether a key wants its PIN before each signature. Kept as hashes behind a random number
 * of this file alone: it names nobody. What can't be read or written was never known; nothing depends on it.
 *
 * @param folder in the home
 */
record PinUseMemory(Path folder) {

    /** Of the youngest; a person has few certificates. */
    private static final int MOST = 200;

    private static final int SALT = 16;

    private static final Pattern SALT_LINE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} (each|once)");

    /** @param lines of keys, the youngest last */
    private record Content(String salt, List<String> lines) {}

    /** @param module through which it is used: drivers may tell different things of one key */
    Optional<Boolean> eachTime(Path module, CredentialId key) {
        Content known = read();
        String hash = hash(known.salt(), module, key);
        return known.lines().stream()
                .filter(line -> line.startsWith(hash))
                .findFirst()
                .map(line -> line.endsWith("each"));
    }

    void remember(Path module, CredentialId key, boolean eachTime) {
        Content known = read();
        String hash = hash(known.salt(), module, key);
        String line = hash + (eachTime ? " each" : " once");
        if (known.lines().contains(line)) {
            return;
        }
        List<String> lines = new ArrayList<>(known.lines());
        lines.removeIf(each -> each.startsWith(hash));
        lines.add(line);
        write(new Content(known.salt(), lines.subList(Math.max(0, lines.size() - MOST), lines.size())));
    }

    private static String hash(String salt, Path module, CredentialId key) {
        String all = salt + "\n" + key.certificateSha256() + "\n" + module;
        return DigestAlgorithm.SHA256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Path file() {
        return folder.resolve("pin-uses");
    }

    private Content read() {
        try {
            List<String> lines = Files.readAllLines(file());
            if (!lines.isEmpty() && SALT_LINE.matcher(lines.getFirst()).matches()) {
                List<String> keys = lines.stream()
                        .skip(1)
                        .filter(line -> LINE.matcher(line).matches())
                        .toList();
                return new Content(lines.getFirst(), keys);
            }
        } catch (IOException nothingYet) {
            return empty();
        }
        return empty();
    }

    private static Content empty() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return new Content(HexFormat.of().formatHex(salt), List.of());
    }

    /** Whole or not at all; one that can't be written is no reason not to sign. */
    private void write(Content content) {
        try {
            PrivateFolder home = PrivateFolder.at(folder);
            String lines = content.salt() + "\n" + String.join("\n", content.lines()) + "\n";
            Path part = home.write(UUID.randomUUID() + ".part", lines.getBytes(StandardCharsets.UTF_8));
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            return;
        }
    }
}
