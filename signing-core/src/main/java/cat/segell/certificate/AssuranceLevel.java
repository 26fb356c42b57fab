// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.Locale;

/** Assurance level of the public administration's certificates, as their policies name it ("alto", "medio"). */
public enum AssuranceLevel {
    /** The key is in a device that nobody can copy it from. */
    HIGH,
    MEDIUM;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
