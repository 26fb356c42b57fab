// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell batch}: what was signed together, and going on with what was broken off.
 */
@NullMarked
package cat.segell.cli.batch;

import org.jspecify.annotations.NullMarked;
