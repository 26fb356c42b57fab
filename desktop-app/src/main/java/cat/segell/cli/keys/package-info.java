// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell keys}: which certificates are at hand, and what keeps each from signing.
 */
@NullMarked
package cat.segell.cli.keys;

import org.jspecify.annotations.NullMarked;
