// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.catalogue.CardContent;
import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.catalogue.Route;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.TokenPlace;
import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.text.Language;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is done outside Segell about a certificate and its card, the issuer's way: renewal by the certificate, PINs by the kind
 * of card that it is on.
 *
 * @param readers as they are when neither tells, and the card's answer may
 */
public record IssuerRoutes(Catalogue catalogue, Supplier<ReadersSnapshot> readers) {

    public Route renewal(Credential credential) {
        Issuer.Routes routes = catalogue
                .ofCertificates(content(credential), answer(credential))
                .routes();
        return routes.renew();
    }

    /** Where the PIN isn't known, or is locked. */
    public Route unblocking(Credential credential) {
        return ofCard(credential).unblock();
    }

    /** Where what unblocks it is locked as well. */
    public Route pukLocked(Credential credential) {
        return ofCard(credential).pukLocked();
    }

    public Route changingPin(Credential credential) {
        return ofCard(credential).changePin();
    }

    /** What its issuer says on the PIN of its card, in words. */
    public PinRoutes pin(Credential credential, Language language) {
        Issuer.Routes routes = ofCard(credential);
        return new PinRoutes(
                List.of(routes.unblock().in(language)),
                List.of(routes.pukLocked().in(language)),
                List.of(routes.changePin().in(language)));
    }

    /** What to do to have it renewed, in words, with the address of a page where there is one. */
    public String renewal(Credential credential, Language language) {
        return renewal(credential).in(language);
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
    public List<String> aboutWithdrawn(Credential credential, Language language) {
        return model(credential.certificate())
                .map(card -> Stream.concat(
                                card.note().stream().map(note -> note.in(language)),
                                Stream.of(renewal(credential, language)))
                        .toList())
                .orElse(List.of());
    }

    private Optional<CardModel> model(X509Certificate certificate) {
        return catalogue.withdrawn(
                CertificateReader.policies(certificate),
                certificate.getNotBefore().toInstant());
    }

    private Issuer.Routes ofCard(Credential credential) {
        return catalogue.issuer(content(credential), answer(credential)).routes();
    }

    private static CardContent content(Credential credential) {
        return new CardContent(
                List.of(credential.certificate()), credential.token().label(), Optional.empty());
    }

    /** Of the card in the reader that the key is in. */
    private Optional<Atr> answer(Credential credential) {
        return credential.token().place() instanceof TokenPlace.Slot(String slot)
                ? new SlotNames(readers.get().readers()).reader(slot).flatMap(Reader::atr)
                : Optional.empty();
    }
}
