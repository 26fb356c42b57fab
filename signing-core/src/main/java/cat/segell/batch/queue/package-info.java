// SPDX-License-Identifier: EUPL-1.2
/**
 * Pending work: signed files get the level and the receipt that they still lack. A file that isn't what Segell wrote is left alone.
 */
@NullMarked
package cat.segell.batch.queue;

import org.jspecify.annotations.NullMarked;
