// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateReader;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;

/** How a certificate is renewed: the issuer's way, by its policies; the usual one where they name no issuer that we know. */
public record RenewalRoutes(Catalogue catalogue) {

    public Route of(X509Certificate certificate) {
        return catalogue.issuer(CertificateReader.policies(certificate)).renew();
    }

    /** What to do, in words, with the address of a page where there is one. */
    public String route(X509Certificate certificate, Language language) {
        return of(certificate).in(language);
    }
}
