// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.card.pcsc.Atr;
import cat.segell.certificate.CertificateReader;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about cards.
 *
 * @param version grows with every edition; never an older one over a newer one
 */
public record Catalogue(
        int version, LocalDate date, List<CardModel> cards, List<Middleware> middleware, List<Issuer> issuers) {

    private static final class Bundled {
        static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.json")) {
                if (in == null) {
                    throw new LinkageError("no catalogue in this build");
                }
                return CatalogueReader.read(Path.of("catalogue.json"), in.readAllBytes());
            } catch (IOException | ProblemException e) {
                throw new LinkageError("the catalogue of this build can't be read", e);
            }
        }
    }

    public Catalogue {
        cards = List.copyOf(cards);
        middleware = List.copyOf(middleware);
        issuers = List.copyOf(issuers);
    }

    /** The one in the build. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /**
     * The kinds of card that an ATR fits best. Several where they can't be told apart by it; none where nobody knows it, as
     * with {@link #cardsWithoutAtr()}.
     */
    public List<CardModel> recognise(Atr atr) {
        int best = cards.stream().mapToInt(card -> fit(card, atr)).max().orElse(0);
        return best == 0
                ? List.of()
                : cards.stream().filter(card -> fit(card, atr) == best).toList();
    }

    private static int fit(CardModel card, Atr atr) {
        return card.atrs().stream()
                .filter(pattern -> pattern.matches(atr))
                .mapToInt(AtrPattern::bits)
                .max()
                .orElse(0);
    }

    /** The kinds of card that have on them what a driver shows; none where that is on any card. */
    public List<CardModel> recognise(CardContent content) {
        return cards.stream()
                .filter(card ->
                        card.content().filter(each -> each.fits(content)).isPresent())
                .toList();
    }

    /**
     * Whose routes hold for a card's PIN: they go by the kind of card, which may be read through other software than the
     * cards of its issuer are today. Else its certificates tell, else its ATR; the usual ones where nothing does.
     */
    public Issuer issuer(CardContent content, Optional<Atr> atr) {
        return issuerOf(recognise(content)).orElseGet(() -> ofCertificates(content, atr));
    }

    /** Whose routes hold for the renewal of certificates: their policies tell, else the ATR of the card that they are on. */
    public Issuer ofCertificates(CardContent content, Optional<Atr> atr) {
        List<String> policies = content.certificates().stream()
                .flatMap(each -> CertificateReader.policies(each).stream())
                .toList();
        Issuer told = issuer(policies);
        return told.id().equals(Issuer.OTHER)
                ? atr.flatMap(each -> issuerOf(recognise(each))).orElse(told)
                : told;
    }

    /** Where all kinds that it may be have one and the same. */
    private Optional<Issuer> issuerOf(List<CardModel> kinds) {
        List<Optional<String>> ids =
                kinds.stream().map(CardModel::issuer).distinct().toList();
        return ids.size() == 1 ? ids.getFirst().flatMap(this::issuer) : Optional.empty();
    }

    /** What an unknown ATR may be. */
    public List<CardModel> cardsWithoutAtr() {
        return cards.stream().filter(card -> card.atrs().isEmpty()).toList();
    }

    public Optional<CardModel> card(String id) {
        return cards.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Middleware> middleware(String id) {
        return middleware.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What serves a card, the best first. */
    public List<Middleware> middleware(CardModel card) {
        return card.middleware().stream().flatMap(id -> middleware(id).stream()).toList();
    }

    public Optional<Issuer> issuer(String id) {
        return issuers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Routes for a card; those that are usual everywhere where it doesn't tell its issuer. */
    public Issuer issuer(CardModel card) {
        return card.issuer().flatMap(this::issuer).orElseGet(this::anyIssuer);
    }

    /**
     * Routes for a certificate; those that are usual everywhere where its policies say nothing that we know.
     *
     * @param policies of the certificate, in dotted form
     */
    public Issuer issuer(Collection<String> policies) {
        return known(policies).orElseGet(this::anyIssuer);
    }

    /** Whose certificate it is, as far as its policies say what we know. */
    public Optional<Issuer> known(Collection<String> policies) {
        return issuers.stream()
                .filter(each -> fit(each, policies) > 0)
                .max(Comparator.comparingInt(each -> fit(each, policies)));
    }

    private static int fit(Issuer issuer, Collection<String> policies) {
        return policies.stream().mapToInt(issuer::fits).max().orElse(0);
    }

    /**
     * The kind of card that a certificate is on, where its issuer revoked what was on such cards.
     *
     * @param policies of the certificate, in dotted form
     */
    public Optional<CardModel> withdrawn(Collection<String> policies, Instant notBefore) {
        return cards.stream()
                .filter(card -> card.content()
                        .filter(each -> each.withdrawn() && each.holds(policies, notBefore))
                        .isPresent())
                .findFirst();
    }

    private Issuer anyIssuer() {
        return issuer(Issuer.OTHER).orElseThrow();
    }
}
