// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one module's files say together, fields by their names. Format: pkcs11.conf(5) of p11-kit.
 *
 * @param fields in the order of reading
 */
record P11KitEntry(Map<String, String> fields) {

    /** As our program is called in {@code enable-in} and {@code disable-in}. */
    private static final String PROGRAM = "segell";

    private static final int LARGEST = 1 << 16;
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9._-]+)\\s*:\\s*(.*)");

    P11KitEntry {
        fields = Map.copyOf(fields);
    }

    /** @return nothing where the file can't be read or isn't of this format: then it says nothing at all */
    static Optional<P11KitEntry> read(Path file) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text(file).split("\n", -1)) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            Matcher field = FIELD.matcher(stripped);
            if (!field.matches()) {
                return Optional.empty();
            }
            fields.put(field.group(1), field.group(2));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new P11KitEntry(fields));
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? "" : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** This one's fields, and the other's where this one has none. */
    P11KitEntry over(P11KitEntry other) {
        Map<String, String> both = new LinkedHashMap<>(other.fields());
        both.putAll(fields);
        return new P11KitEntry(both);
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    String module() {
        return field("module");
    }

    /** Whether it holds keys, here, for us. */
    boolean serves() {
        return !module().isEmpty()
                && field("remote").isEmpty()
                && !field("trust-policy").equals("yes")
                && (field("enable-in").isEmpty() || names(field("enable-in")))
                && !names(field("disable-in"));
    }

    private static boolean names(String programs) {
        return Arrays.asList(programs.split("[,\\s]+")).contains(PROGRAM);
    }

    /** Higher ones first; 0 where none is given. */
    int priority() {
        return field("priority").matches("-?[0-9]{1,6}") ? Integer.parseInt(field("priority")) : 0;
    }

    /** {@code none}, {@code merge} or {@code only} of the global configuration; {@code only} has an old name. */
    Optional<String> userConfig() {
        return switch (field("user-config")) {
            case "none" -> Optional.of("none");
            case "merge" -> Optional.of("merge");
            case "only", "override" -> Optional.of("only");
            default -> Optional.empty();
        };
    }
}
