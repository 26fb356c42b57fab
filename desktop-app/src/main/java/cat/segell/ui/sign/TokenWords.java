// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.credential.Token;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import java.util.Map;

/** What a token is called, with the reader that it is in where that is known: two cards of one kind are told apart by it. */
final class TokenWords {

    private final CardsModel cards;
    private final Messages texts;

    TokenWords(CardsModel cards, Messages texts) {
        this.cards = cards;
        this.texts = texts;
    }

    String of(Token token) {
        String label = Showable.of(token.label());
        return cards.reader(token)
                .map(reader -> texts.text("token.in", Map.of("token", label, "reader", Showable.of(reader))))
                .orElse(label);
    }
}
