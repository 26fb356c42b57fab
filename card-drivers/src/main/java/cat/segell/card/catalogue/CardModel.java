// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A kind of card.
 *
 * @param country ISO 3166 code, or {@code *} for a chip that is sold everywhere
 * @param issued from and until when, as {@code 2023-04-13/}, where it is known
 * @param atrs none where no public source tells: such a card is known by what is on it
 * @param middleware ids of what serves it, the best first
 * @param issuer id of whose routes hold, where the card tells
 * @param withdrawn where no such card signs any more
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
        Optional<Withdrawn> withdrawn,
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
     * Whose certificates their issuer revoked, all of them.
     *
     * @param policies arcs of the policies of certificates that are on such cards alone
     * @param before the first day of which a certificate isn't on one any more
     */
    public record Withdrawn(List<String> policies, LocalDate before) {

        public Withdrawn {
            policies = List.copyOf(policies);
        }

        boolean holds(Collection<String> of, Instant notBefore) {
            return notBefore.isBefore(before.atStartOfDay(ZoneOffset.UTC).toInstant())
                    && of.stream().anyMatch(policy -> policies.stream().anyMatch(arc -> Issuer.isIn(arc, policy)));
        }
    }

    public CardModel {
        atrs = List.copyOf(atrs);
        middleware = List.copyOf(middleware);
    }
}
