// SPDX-License-Identifier: EUPL-1.2
/**
 * The straight line of signing: open the key, prepare, sign, check, complete, record; events upwards.
 */
@NullMarked
package cat.segell.batch;

import org.jspecify.annotations.NullMarked;
