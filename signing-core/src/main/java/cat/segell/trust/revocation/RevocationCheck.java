// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import java.security.cert.X509Certificate;
import java.util.List;

/** Finds out whether a certificate was revoked or suspended. */
@FunctionalInterface
public interface RevocationCheck {

    /** Asks nobody. */
    RevocationCheck NONE = (_, _) -> new RevocationState.NotAsked();

    /**
     * Never fails and never takes long: what can't be found out is said to be so.
     *
     * @param others certificates that lie beside it, in no order; its issuer's may be among them
     */
    RevocationState of(X509Certificate certificate, List<X509Certificate> others);
}
