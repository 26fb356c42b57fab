// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.card.catalogue.Route;
import java.util.Optional;

/**
 * What is done outside Segell about a certificate and the card that it is on.
 *
 * @param renewal how to have the certificate renewed, where it is time
 * @param unblocking what to do where the PIN isn't known, or is locked
 * @param pukLocked what is left where the PUK is locked as well
 */
public record IssuersWays(Optional<Route> renewal, Route unblocking, Route pukLocked, Route changingPin) {}
