// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.credential.Token;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a token is called, with the reader that it is in where that is known: two cards of one kind are told apart by it. */
public final class TokenWords {

    private final Function<Token, Optional<String>> readers;
    private final Messages texts;

    /** @param readers the reader that a token is in, where it can be told */
    public TokenWords(Function<Token, Optional<String>> readers, Messages texts) {
        this.readers = readers;
        this.texts = texts;
    }

    public String of(Token token) {
        String label = Showable.of(token.label());
        return readers.apply(token)
                .map(reader -> texts.text("token.in", Map.of("token", label, "reader", Showable.of(reader))))
                .orElse(label);
    }
}
