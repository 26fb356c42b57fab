// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.look;

/** Light, dark, with high contrast, or as the system says. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK,
    /** In the system's light or dark colours. */
    CONTRAST;

    /** As in the settings. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
