// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.CardsAtHand;
import cat.segell.card.DriversOfCards;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.credential.ListedToken;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is missing where no key is found: on the way from the readers' service to what a card holds, the first thing. */
public final class WhyNoKey {

    private WhyNoKey() {}

    /**
     * A token that is seen needs no reader of the system's: some have drivers of their own.
     *
     * @param cards looked at only where no token was seen
     * @param catalogue tells which driver a card needs
     */
    public static KeyNone of(List<ListedToken> tokens, Supplier<CardsAtHand> cards, Catalogue catalogue) {
        return new KeyNone(on(tokens).orElseGet(() -> missing(cards.get(), catalogue)));
    }

    private static Problem missing(CardsAtHand cards, Catalogue catalogue) {
        return cards.readers()
                .finding()
                .or(() -> new DriversOfCards(cards, catalogue).fault())
                .orElseGet(DriverNone::new);
    }

    /** What tokens lack; nothing where none was seen. */
    public static Optional<Problem> on(List<ListedToken> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        // A key without a certificate, or certificates that serve to something else.
        return Optional.of(
                tokens.stream().allMatch(ListedToken::empty)
                        ? new TokenEmpty(tokens.getFirst().token().label())
                        : new CertNone());
    }
}
