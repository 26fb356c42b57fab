// SPDX-License-Identifier: EUPL-1.2
/**
 * Words in Catalan, Spanish and English: message files, named values, plurals.
 */
@NullMarked
package cat.segell.text;

import org.jspecify.annotations.NullMarked;
