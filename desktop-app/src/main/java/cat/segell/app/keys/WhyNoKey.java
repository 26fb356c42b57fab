// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.card.CardsAtHand;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;

/** What is missing where no key is found: on the way from the readers' service to what a card holds, the first thing. */
public final class WhyNoKey {

    private WhyNoKey() {}

    public static KeyNone of(CardsAtHand cards) {
        return new KeyNone(missing(cards));
    }

    /** A token that is seen needs no reader of the system's: some have drivers of their own. */
    private static Problem missing(CardsAtHand cards) {
        return cards.drivers().stream()
                .map(DriverSight::tokens)
                .flatMap(tokens -> tokens.stream())
                .findFirst()
                .<Problem>map(token -> new TokenEmpty(token.token().label()))
                .or(() -> cards.readers().finding())
                .orElseGet(DriverNone::new);
    }
}
