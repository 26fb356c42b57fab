// SPDX-License-Identifier: EUPL-1.2
/**
 * What reaches a key, and by which scheme and hash it becomes a signature. Knows nothing of who holds the key.
 */
@NullMarked
package cat.segell.credential.algorithm;

import org.jspecify.annotations.NullMarked;
