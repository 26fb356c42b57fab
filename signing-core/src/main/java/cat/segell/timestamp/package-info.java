// SPDX-License-Identifier: EUPL-1.2
/**
 * RFC 3161 time-stamps from authorities. Tokens go in and out as bytes: no type of Bouncy Castle is in a public signature.
 */
@NullMarked
package cat.segell.timestamp;

import org.jspecify.annotations.NullMarked;
