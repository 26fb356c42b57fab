// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust;

import cat.segell.trust.list.TrustedLists;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that are believed without asking further.
 *
 * @param practice whether the practice CA was named among them: only then may a practice signature be called valid
 * @param lists whose certificates are believed as well, as far as the lists go; absent where they are switched off
 */
public record TrustAnchors(List<X509Certificate> certificates, boolean practice, Optional<TrustedLists> lists) {

    public static final TrustAnchors NONE = new TrustAnchors(List.of(), false);

    /** Without lists. */
    public TrustAnchors(List<X509Certificate> certificates, boolean practice) {
        this(certificates, practice, Optional.empty());
    }

    public TrustAnchors {
        certificates = List.copyOf(certificates);
    }
}
