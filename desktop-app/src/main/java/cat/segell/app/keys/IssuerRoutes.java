// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateReader;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;

/**
 * What is done outside Segell about a certificate and its card: the issuer's way, by the certificate's policies; the usual one
 * where they name no issuer that we know.
 */
public record IssuerRoutes(Catalogue catalogue) {

    public Route renewal(X509Certificate certificate) {
        return routes(certificate).renew();
    }

    /** Where the PIN isn't known, or is locked. */
    public Route unblocking(X509Certificate certificate) {
        return routes(certificate).unblock();
    }

    /** Where what unblocks it is locked as well. */
    public Route pukLocked(X509Certificate certificate) {
        return routes(certificate).pukLocked();
    }

    public Route changingPin(X509Certificate certificate) {
        return routes(certificate).changePin();
    }

    /** What to do to have it renewed, in words, with the address of a page where there is one. */
    public String renewal(X509Certificate certificate, Language language) {
        return renewal(certificate).in(language);
    }

    private Issuer.Routes routes(X509Certificate certificate) {
        return catalogue.issuer(CertificateReader.policies(certificate)).routes();
    }
}
