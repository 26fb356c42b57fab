// SPDX-License-Identifier: EUPL-1.2
/** How the window looks and speaks: size of its text, colours, icons, words; tones and the markers that carry them. */
@NullMarked
package cat.segell.ui.look;

import org.jspecify.annotations.NullMarked;
