// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.certificate.CertificateReader;
import cat.segell.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of card.
 *
 * @param country ISO 3166 code, or {@code *} for a chip that is sold everywhere
 * @param issued from and until when, as {@code 2023-04-13/}, where it is known
 * @param atrs none where no public source tells: such a card is known by what is on it
 * @param middleware ids of what serves it, the best first
 * @param issuer id of whose routes hold, where the card tells
 * @param content by which such a card is known once a driver reads it
 * @param closed its issuer has ended its use for good: nothing reads it again
 */
public record CardModel(
        String id,
        Words name,
        String country,
        Optional<String> issued,
        List<AtrPattern> atrs,
        List<String> middleware,
        Optional<String> issuer,
        Optional<Words> note,
        Optional<Content> content,
        Pins pins,
        boolean closed,
        Evidence evidence) {

    /**
     * What is known of its PINs.
     *
     * @param eachSignature where keys for signatures want the PIN before each one: who says so
     * @param pukOfOfficer where its PUK is what PKCS#11 calls the security officer's PIN: who says so
     */
    public record Pins(Optional<Evidence> eachSignature, Optional<Evidence> pukOfOfficer) {}

    /**
     * What is on such a card, and on no other kind. Where several kinds of one issuer hold the same certificates, the name that
     * such tokens have, or the software that reads them, tells besides.
     *
     * @param policies arcs of the policies of its certificates
     * @param from the first day on which a certificate on one begins
     * @param before the first day on which a certificate isn't on one any more
     * @param labels names of such tokens
     * @param drivers ids of the middleware that reads such cards, and none of the others
     * @param withdrawn their issuer revoked all of them
     */
    public record Content(
            List<String> policies,
            Optional<LocalDate> from,
            Optional<LocalDate> before,
            List<String> labels,
            List<String> drivers,
            boolean withdrawn) {

        public Content {
            policies = List.copyOf(policies);
            labels = List.copyOf(labels);
            drivers = List.copyOf(drivers);
        }

        boolean fits(CardContent card) {
            boolean told = labels.isEmpty() && drivers.isEmpty();
            return card.certificates().stream()
                            .anyMatch(each -> holds(
                                    CertificateReader.policies(each),
                                    each.getNotBefore().toInstant()))
                    && (told
                            || labels.contains(card.label())
                            || card.driver().filter(drivers::contains).isPresent());
        }

        boolean holds(Collection<String> of, Instant notBefore) {
            return from.filter(day -> notBefore.isBefore(start(day))).isEmpty()
                    && before.filter(day -> !notBefore.isBefore(start(day))).isEmpty()
                    && of.stream().anyMatch(policy -> policies.stream().anyMatch(arc -> Issuer.isIn(arc, policy)));
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    public CardModel {
        atrs = List.copyOf(atrs);
        middleware = List.copyOf(middleware);
    }

    /** What a card is called that may be of any of these kinds; nothing where there are none. */
    public static Optional<String> names(List<CardModel> kinds, Language language) {
        return Optional.of(kinds.stream().map(kind -> kind.name().in(language)).collect(Collectors.joining(" · ")))
                .filter(names -> !names.isEmpty());
    }
}
