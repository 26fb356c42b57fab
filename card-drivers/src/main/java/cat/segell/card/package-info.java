// SPDX-License-Identifier: EUPL-1.2
/**
 * Everything that holds a key, joined into one source: tokens behind PKCS#11 modules, key files, the practice card.
 */
@NullMarked
package cat.segell.card;

import org.jspecify.annotations.NullMarked;
