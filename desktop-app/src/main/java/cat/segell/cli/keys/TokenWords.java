// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.TokenNames;
import cat.segell.card.catalogue.CardModel;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace.Slot;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which card a key is on, and in which reader that is. */
record TokenWords(Messages texts, TokenNames names) {

    /** "On the card T-CAT of Maria Prova Exemple, in the reader Lector 00 00"; nothing for keys that are on no card. */
    Optional<String> line(Token token) {
        if (!(token.place() instanceof Slot)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("token", names.of(token, texts.language()));
        Optional<String> reader = reader(token);
        reader.ifPresent(name -> values.put("reader", name));
        return Optional.of(texts.text(reader.isPresent() ? "keys.token.reader" : "keys.token", values));
    }

    private Optional<String> reader(Token token) {
        return token.place() instanceof Slot(String description)
                ? new SlotNames(names.cards().readers().readers())
                        .reader(description)
                        .map(Reader::name)
                : Optional.empty();
    }

    /** As in JSON. */
    void json(Token token, Map<String, Object> key) {
        if (token.place() instanceof Slot) {
            key.put("token", facts(token));
            reader(token).ifPresent(name -> key.put("reader", name));
        }
    }

    private Map<String, Object> facts(Token token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", token.label());
        facts.put("serial", token.serial());
        List<CardModel> kinds = names.kinds(token);
        if (!kinds.isEmpty()) {
            facts.put("models", kinds.stream().map(this::facts).toList());
        }
        return facts;
    }

    private Map<String, Object> facts(CardModel kind) {
        return Map.of("id", kind.id(), "name", kind.name().in(texts.language()));
    }
}
