// SPDX-License-Identifier: EUPL-1.2
/**
 * The straight line of signing, in three parts, each on a thread of its own: prepare ahead of the key, sign one after the other, finish
 * behind the key. What two of them touch, they hand over through {@code Preparing} and {@code Finishing}; events go upwards, one at a time.
 */
@NullMarked
package cat.segell.batch;

import org.jspecify.annotations.NullMarked;
