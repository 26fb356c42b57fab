// SPDX-License-Identifier: EUPL-1.2
/**
 * RFC 3161 time-stamps from authorities.
 */
@NullMarked
package cat.segell.timestamp;

import org.jspecify.annotations.NullMarked;
