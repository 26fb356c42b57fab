// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.util.Locale;

/** The systems that drivers are made for. */
public enum OperatingSystem {
    LINUX("Linux"),
    WINDOWS("Windows"),
    MACOS("macOS");

    private final String label;

    OperatingSystem(String label) {
        this.label = label;
    }

    /** Its name, for people. */
    public String label() {
        return label;
    }

    /** As in the catalogue's file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OperatingSystem current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }
}
