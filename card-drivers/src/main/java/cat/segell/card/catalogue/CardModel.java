// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

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
        Evidence evidence) {

    public CardModel {
        atrs = List.copyOf(atrs);
        middleware = List.copyOf(middleware);
    }
}
