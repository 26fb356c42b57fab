// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.text.Language;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** How to have a certificate renewed, for those whose issuer is known. */
@FunctionalInterface
public interface RenewalRoutes {

    /** For when nobody is known. */
    RenewalRoutes NONE = (_, _) -> Optional.empty();

    /** @return what to do, in words, with the address of a page where there is one */
    Optional<String> route(X509Certificate certificate, Language language);
}
