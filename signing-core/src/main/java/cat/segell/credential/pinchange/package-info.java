// SPDX-License-Identifier: EUPL-1.2
/**
 * Giving a token another PIN: which token, the entries that it takes, and the change itself.
 */
@NullMarked
package cat.segell.credential.pinchange;

import org.jspecify.annotations.NullMarked;
