// SPDX-License-Identifier: EUPL-1.2
/**
 * Which PKCS#11 libraries may be loaded: where the file lies, who could have changed it, what it was made for, and whether it is
 * the one that was worked with before. Files only: nothing is loaded here.
 */
@NullMarked
package cat.segell.card.admission;

import org.jspecify.annotations.NullMarked;
