// SPDX-License-Identifier: EUPL-1.2
/**
 * Which key signs, what speaks against it, when it expires, and what is missing where there is none.
 */
@NullMarked
package cat.segell.app.keys;

import org.jspecify.annotations.NullMarked;
