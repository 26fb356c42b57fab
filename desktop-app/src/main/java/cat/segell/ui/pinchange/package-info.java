// SPDX-License-Identifier: EUPL-1.2
/** Another PIN for a card: with the present one, with the PUK, or by the issuer's way. Signing stands elsewhere. */
@NullMarked
package cat.segell.ui.pinchange;

import org.jspecify.annotations.NullMarked;
