// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

/** How the window looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** High contrast, in the desktop's light or dark. */
    CONTRAST,
    /** As the desktop. */
    SYSTEM
}
