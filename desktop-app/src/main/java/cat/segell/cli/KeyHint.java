// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reference that somebody probably meant by a word that is none. */
final class KeyHint {

    private static final String KEY_FILE = "pkcs12:";

    private static final List<String> FORMS = List.of("practice:", KEY_FILE, "pkcs11:", "os:");

    private static final Pattern KEY_FILE_NAME = Pattern.compile(".*\\.(p12|pfx)", Pattern.CASE_INSENSITIVE);

    private KeyHint() {}

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
