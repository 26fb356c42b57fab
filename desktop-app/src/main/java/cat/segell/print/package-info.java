// SPDX-License-Identifier: EUPL-1.2
/**
 * Copies for reading: the pages of a signed PDF as they are seen, each with a strip that says who signed, where the original is and
 * how it is checked. What a copy shows is drawn anew: nothing of the original comes along that acts, leads elsewhere or could be
 * taken for a signature, but the original itself, attached as it is. Whether the document deserves a copy is for others to decide.
 */
@NullMarked
package cat.segell.print;

import org.jspecify.annotations.NullMarked;
