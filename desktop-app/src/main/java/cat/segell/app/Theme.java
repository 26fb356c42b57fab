// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

/** How the window looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the desktop. */
    SYSTEM
}
