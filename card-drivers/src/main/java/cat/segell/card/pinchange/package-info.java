// SPDX-License-Identifier: EUPL-1.2
/**
 * Other PINs for tokens behind PKCS#11 modules: which token is meant, and what its refusal means.
 */
@NullMarked
package cat.segell.card.pinchange;

import org.jspecify.annotations.NullMarked;
