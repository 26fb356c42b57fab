// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference that somebody probably meant by a word that is none. */
final class KeyHint {

    private static final String KEY_FILE = "pkcs12:";

    private static final List<String> FORMS = List.of("practice:", KEY_FILE, "pkcs11:", "os:");

    private static final Pattern KEY_FILE_NAME = Pattern.compile(".*\\.(p12|pfx)", Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTIFIER = Pattern.compile("^pkcs11:(?:[^?]*;)?id=((?:%[0-9A-Fa-f]{2})+)(?=[;?]|$)");

    private static final Pattern BYTES = Pattern.compile("(?:[0-9A-Fa-f]{2})+");

    private KeyHint() {}

    /**
     * {@code id=01} names the two characters 0 and 1 (RFC 7512, §2.3), and nearly always a byte is meant.
     *
     * @param key as a problem tells it, its identifier in percent signs
     */
    static Optional<String> ofIdentifier(String key) {
        Matcher told = IDENTIFIER.matcher(key);
        if (!told.find()) {
            return Optional.empty();
        }
        byte[] named = HexFormat.of().parseHex(told.group(1).replace("%", ""));
        String typed = new String(named, StandardCharsets.ISO_8859_1);
        return BYTES.matcher(typed).matches()
                ? Optional.of(
                        key.substring(0, told.start(1)) + typed.replaceAll("..", "%$0") + key.substring(told.end(1)))
                : Optional.empty();
    }

    /** Nothing where nothing is near. */
    static Optional<String> of(String key) {
        int colon = key.indexOf(':');
        // One letter before it is a drive of Windows.
        String rest = colon > 1 ? key.substring(colon + 1) : key;
        if (KEY_FILE_NAME.matcher(key).matches()) {
            return Optional.of(KEY_FILE + rest);
        }
        String form = colon < 0 ? key + ":" : key.substring(0, colon + 1);
        return Nearest.of(form, FORMS)
                .map(near -> colon < 0 ? near : near + rest)
                .filter(meant -> !meant.equals(key));
    }
}
