// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.TokenNames;
import cat.segell.card.catalogue.CardModel;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace.Slot;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which card a key is on, and in which reader that is. */
public record TokenWords(Messages texts, TokenNames names) {

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

    /**
     * For who is to enter its PIN: "T-CAT of Maria Prova Exemple (reader Lector 00 00)"; of what is on no card the holder first,
     * whom its name doesn't tell.
     */
    public String ofKey(Credential key) {
        Token token = key.token();
        if (!(token.place() instanceof Slot)) {
            String holder = CertificateReader.read(key.certificate()).holder();
            return texts.text("pin.card", Map.of("holder", holder, "token", Showable.of(token.label())));
        }
        return of(token, List.of(key));
    }

    /** The same of a card, by what is on it. */
    public String of(Token token, List<Credential> keys) {
        String name = Showable.of(names.of(token, keys, texts.language()));
        return reader(token)
                .map(reader -> texts.text("pin.card.reader", Map.of("token", name, "reader", Showable.of(reader))))
                .orElse(name);
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
