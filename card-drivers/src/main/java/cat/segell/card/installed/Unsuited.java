// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Modules that are PKCS#11 and no good to us, by their files' names. */
public final class Unsuited {

    private static final List<String> NAMES = List.of(
            // Shows the authentication PIN's part of a card alone: no signature key.
            "onepin-opensc-pkcs11",
            // Writes every call down, PINs included.
            "pkcs11-spy",
            // Load all other modules into one process, or reach for another machine's.
            "p11-kit-proxy",
            "p11-kit-client",
            // Authorities' certificates, no keys.
            "p11-kit-trust");

    private Unsuited() {}

    /** Also where a link with another name leads to one. */
    public static boolean is(Path module) {
        return Stream.of(module, real(module))
                .map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                .anyMatch(name -> NAMES.stream().anyMatch(name::contains));
    }

    private static Path real(Path module) {
        try {
            return module.toRealPath();
        } catch (IOException absent) {
            return module;
        }
    }
}
