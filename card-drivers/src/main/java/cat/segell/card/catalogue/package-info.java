// SPDX-License-Identifier: EUPL-1.2
/**
 * The known cards, as data: how a card is told by its ATR, which software serves it and where that lies, what to install, and
 * the issuers' routes for a locked PIN or a certificate that expires. One file in the build, and perhaps a newer one that its
 * publisher signed. Nothing here looks at the machine: what is installed is {@code cat.segell.card.installed}.
 */
@NullMarked
package cat.segell.card.catalogue;

import org.jspecify.annotations.NullMarked;
