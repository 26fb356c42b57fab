// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What its issuer says on the PIN of its card, in words. */
    public PinRoutes pin(X509Certificate certificate, Language language) {
        Issuer.Routes routes = routes(certificate);
        return new PinRoutes(
                List.of(routes.unblock().in(language)),
                List.of(routes.pukLocked().in(language)),
                List.of(routes.changePin().in(language)));
    }

    /** What to do to have it renewed, in words, with the address of a page where there is one. */
    public String renewal(X509Certificate certificate, Language language) {
        return renewal(certificate).in(language);
    }

    /** What is to be said of a key that could sign, where its issuer revoked what was on such cards. */
    public Optional<CertCardWithdrawn> cardWithdrawn(ListedKey key) {
        return key.unfit().isEmpty() ? cardWithdrawn(key.credential()) : Optional.empty();
    }

    /** The same, whether it could sign or not. */
    public Optional<CertCardWithdrawn> cardWithdrawn(Credential credential) {
        if (credential.practice()) {
            return Optional.empty();
        }
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        return model(credential.certificate()).map(_ -> new CertCardWithdrawn(facts.holder(), facts.notBefore()));
    }

    /** What is known of such cards, and how one gets a new one, a sentence each; nothing where it isn't on one. */
    public List<String> aboutWithdrawn(X509Certificate certificate, Language language) {
        return model(certificate)
                .map(card -> Stream.concat(
                                card.note().stream().map(note -> note.in(language)),
                                Stream.of(renewal(certificate, language)))
                        .toList())
                .orElse(List.of());
    }

    private Optional<CardModel> model(X509Certificate certificate) {
        return catalogue.withdrawn(
                CertificateReader.policies(certificate),
                certificate.getNotBefore().toInstant());
    }

    private Issuer.Routes routes(X509Certificate certificate) {
        return catalogue.issuer(CertificateReader.policies(certificate)).routes();
    }
}
