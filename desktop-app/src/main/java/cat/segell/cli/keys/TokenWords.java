// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace.Slot;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which card a key is on, and in which reader that is.
 *
 * @param readers as they are now
 * @param all tokens that are told of beside each other
 */
record TokenWords(Messages texts, SlotNames readers, List<Token> all) {

    TokenWords {
        all = List.copyOf(all);
    }

    /** "On T-CAT, in the reader Lector 00 00"; nothing for keys that are on no card. */
    Optional<String> line(Token token) {
        if (!(token.place() instanceof Slot)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("token", hasNamesake(token) ? numbered(token) : token.label());
        Optional<String> reader = reader(token);
        reader.ifPresent(name -> values.put("reader", name));
        return Optional.of(texts.text(reader.isPresent() ? "keys.token.reader" : "keys.token", values));
    }

    private String numbered(Token token) {
        return texts.text("keys.token.numbered", Map.of("token", token.label(), "serial", token.serial()));
    }

    private boolean hasNamesake(Token token) {
        return all.stream()
                .anyMatch(each ->
                        each.label().equals(token.label()) && !each.serial().equals(token.serial()));
    }

    private Optional<String> reader(Token token) {
        return token.place() instanceof Slot(String description)
                ? readers.reader(description).map(Reader::name)
                : Optional.empty();
    }

    /** As in JSON. */
    void json(Token token, Map<String, Object> key) {
        if (token.place() instanceof Slot) {
            key.put("token", Map.of("label", token.label(), "serial", token.serial()));
            reader(token).ifPresent(name -> key.put("reader", name));
        }
    }
}
