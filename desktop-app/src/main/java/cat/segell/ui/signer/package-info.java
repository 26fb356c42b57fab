// SPDX-License-Identifier: EUPL-1.2
/** Who signs: the certificates that were found, choosing one of them, opening a key file. */
@NullMarked
package cat.segell.ui.signer;

import org.jspecify.annotations.NullMarked;
