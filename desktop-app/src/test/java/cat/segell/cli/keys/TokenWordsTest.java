// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.cli.Out;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which card a key is on, and where that card is. */
class TokenWordsTest {

    private static final String LEFT = "Reader 00 00";
    private static final String RIGHT = "Reader 01 00";
    private static final Token CARD = token("T-CAT", "0001", new TokenPlace.Slot(LEFT));

    @Test
    void aKeyThatIsOnNoCardSaysNothing() {
        for (TokenPlace place : List.of(new TokenPlace.KeyFile(), new TokenPlace.Elsewhere())) {
            Token file = token("mine.p12", "0001", place);
            assertThat(words(file).line(file)).isEmpty();
            assertThat(json(words(file), file)).isEmpty();
        }
    }

    @Test
    void aTokenInNoReaderIsNamedAlone() {
        Token soft = token("Soft", "0001", new TokenPlace.Slot("SoftHSM slot ID 0x1"));
        assertThat(words(soft).line(soft)).contains("On the card Soft.");
        assertThat(json(words(soft), soft)).containsOnlyKeys("token");
    }

    @Test
    void theReaderIsNamed() {
        assertThat(words(CARD).line(CARD)).contains("On the card T-CAT, in the reader Reader 00 00.");
        assertThat(json(words(CARD), CARD))
                .isEqualTo(Map.of("token", Map.of("label", "T-CAT", "serial", "0001"), "reader", LEFT));
    }

    @Test
    void namesakesAreToldApartByReaderAndNumber() {
        Token other = token("T-CAT", "0002", new TokenPlace.Slot(RIGHT));
        assertThat(words(CARD, other).line(CARD))
                .contains("On the card T-CAT (number 0001), in the reader Reader 00 00.");
        assertThat(words(CARD, other).line(other))
                .contains("On the card T-CAT (number 0002), in the reader Reader 01 00.");
    }

    /** Several certificates of one card make no namesake of it. */
    @Test
    void oneCardIsNoNamesakeOfItself() {
        assertThat(words(CARD, CARD).line(CARD)).contains("On the card T-CAT, in the reader Reader 00 00.");
    }

    private static Map<String, Object> json(TokenWords words, Token token) {
        Map<String, Object> key = new LinkedHashMap<>();
        words.json(token, key);
        return key;
    }

    private static TokenWords words(Token... all) {
        return new TokenWords(
                Messages.load(Language.EN, Out.class, "cli"),
                new SlotNames(List.of(reader(LEFT), reader(RIGHT))),
                List.of(all));
    }

    private static Reader reader(String name) {
        return new Reader(name, ReaderState.CARD, Optional.empty(), 1);
    }

    private static Token token(String label, String serial, TokenPlace place) {
        return new Token(label, serial, PinState.READY, PinTries.ENOUGH).in(place);
    }
}
