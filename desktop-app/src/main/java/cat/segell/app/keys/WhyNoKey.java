// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.CardsAtHand;
import cat.segell.card.token.TokenInSlot;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import java.util.List;

/** What is missing where no key is found: on the way from the readers' service to what a card holds, the first thing. */
public final class WhyNoKey {

    private WhyNoKey() {}

    public static KeyNone of(CardsAtHand cards) {
        return new KeyNone(missing(cards));
    }

    /** A token that is seen needs no reader of the system's: some have drivers of their own. */
    private static Problem missing(CardsAtHand cards) {
        List<TokenInSlot> tokens = cards.drivers().stream()
                .flatMap(driver -> driver.tokens().stream())
                .toList();
        if (tokens.isEmpty()) {
            return cards.readers().finding().orElseGet(DriverNone::new);
        }
        // A key without a certificate, or certificates that serve to something else.
        return tokens.stream().allMatch(TokenInSlot::empty)
                ? new TokenEmpty(tokens.getFirst().token().label())
                : new CertNone();
    }
}
