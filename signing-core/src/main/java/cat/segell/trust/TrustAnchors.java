// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that are believed without asking further.
 *
 * @param practice whether the practice CA was named among them: only then may a practice signature be called valid
 */
public record TrustAnchors(List<X509Certificate> certificates, boolean practice) {

    public static final TrustAnchors NONE = new TrustAnchors(List.of(), false);

    public TrustAnchors {
        certificates = List.copyOf(certificates);
    }
}
