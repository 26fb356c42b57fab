// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a driver shows of a card.
 *
 * @param certificates those whose keys are on it
 * @param label as its token calls itself
 * @param driver id of the middleware that the driver belongs to, where that is known
 */
public record CardContent(List<X509Certificate> certificates, String label, Optional<String> driver) {

    public CardContent {
        certificates = List.copyOf(certificates);
    }
}
