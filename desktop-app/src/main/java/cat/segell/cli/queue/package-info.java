// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell queue}: what signed files still lack, and getting it.
 */
@NullMarked
package cat.segell.cli.queue;

import org.jspecify.annotations.NullMarked;
