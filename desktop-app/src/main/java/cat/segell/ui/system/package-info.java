// SPDX-License-Identifier: EUPL-1.2
/**
 * What is outside the window: choosers, clipboard, other programs; and the threads, with the one door to the
 * window's own.
 */
@NullMarked
package cat.segell.ui.system;

import org.jspecify.annotations.NullMarked;
