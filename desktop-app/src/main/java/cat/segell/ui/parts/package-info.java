// SPDX-License-Identifier: EUPL-1.2
/** What screens are built of: own controls and panels, what a screen is to the window, and what it may use of it. */
@NullMarked
package cat.segell.ui.parts;

import org.jspecify.annotations.NullMarked;
