// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

/** Light, dark, or as the system says. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /** As in the settings. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
