// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import java.util.regex.Pattern;

/** What a module says of itself; a driver's words are shown, and must not forge. */
public record DriverInfo(String manufacturer, String description, String version) {

    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]+");

    public DriverInfo {
        manufacturer = shown(manufacturer);
        description = shown(description);
        version = shown(version);
    }

    private static String shown(String text) {
        return UNSHOWABLE.matcher(text).replaceAll(" ").strip();
    }
}
