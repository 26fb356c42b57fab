// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.app.keys.TokenNames;
import cat.segell.credential.Token;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a token is called, with the reader that it is in where that is known: two cards of one kind are told apart by it. */
public final class TokenWords {

    private final Supplier<TokenNames> names;
    private final Function<Token, Optional<String>> readers;
    private final Messages texts;

    /**
     * @param names as of the last look
     * @param readers the reader that a token is in, where it can be told
     */
    public TokenWords(Supplier<TokenNames> names, Function<Token, Optional<String>> readers, Messages texts) {
        this.names = names;
        this.readers = readers;
        this.texts = texts;
    }

    public String of(Token token) {
        String name = Showable.of(names.get().of(token, texts.language()));
        return readers.apply(token)
                .map(reader -> texts.text("token.in", Map.of("token", name, "reader", Showable.of(reader))))
                .orElse(name);
    }
}
