// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Words;
import cat.segell.card.pcsc.Atr;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalogue knows of a card. */
record CardWords(Messages texts, Catalogue catalogue) {

    /** Every kind of card that it may be. */
    String names(Atr atr) {
        return names(catalogue.recognise(atr)).orElseGet(() -> texts.text("cards.unknown", "atr", atr.hex()));
    }

    /** Nothing where nobody knows. */
    Optional<String> names(List<CardModel> models) {
        return CardModel.names(models, language());
    }

    /** What a card may be that nobody knows by its answer, and who tells more. */
    String guess(String segell) {
        List<String> cards = catalogue.cardsWithoutAtr().stream()
                .map(card -> words(card.name()))
                .toList();
        return texts.text("cards.without-atr", "cards", cards, "segell", segell);
    }

    private String words(Words words) {
        return words.in(language());
    }

    private Language language() {
        return texts.language();
    }

    /** As in JSON. */
    List<Map<String, Object>> facts(List<CardModel> models) {
        return models.stream().map(this::facts).toList();
    }

    private Map<String, Object> facts(CardModel model) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", model.id());
        facts.put("name", words(model.name()));
        facts.put("country", model.country());
        facts.put("middleware", model.middleware());
        facts.put("confirmed", model.evidence().confirmed());
        model.note().ifPresent(note -> facts.put("note", words(note)));
        return facts;
    }
}
