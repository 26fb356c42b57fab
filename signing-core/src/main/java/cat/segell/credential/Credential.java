// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate whose private key is at hand.
 *
 * @param key the reference that finds just this one again, in the form of {@code --key}
 * @param issuers the other certificates found beside it, in no order; may be empty
 * @param practice made by practice means: no legal value
 */
public record Credential(
        CredentialId id,
        String key,
        X509Certificate certificate,
        List<X509Certificate> issuers,
        Token token,
        boolean practice) {

    public Credential {
        issuers = List.copyOf(issuers);
    }
}
