// SPDX-License-Identifier: EUPL-1.2
/**
 * What was seen on one token, and what of it can sign.
 */
@NullMarked
package cat.segell.card.token;

import org.jspecify.annotations.NullMarked;
