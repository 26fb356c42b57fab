// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Atr;
import cat.segell.cli.Out;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardWordsTest {

    private static final Atr CARDOS = new Atr("3BD218008131FE58C90411");
    private static final Atr NOBODYS = new Atr("3B80800101");

    private static CardWords words(Language language) {
        return new CardWords(Messages.load(language, Out.class, "cli"), Catalogue.bundled());
    }

    @ParameterizedTest
    @EnumSource
    void aCardThatNobodyKnowsMayBeOneWithoutAnswer(Language language) {
        assertThat(words(language).guess("./segell"))
                .contains("T-CAT", "FNMT", "./segell doctor")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void factsNameAllThatItMayBe(Language language) {
        assertThat(words(language).facts(Catalogue.bundled().recognise(CARDOS)))
                .extracting(facts -> facts.get("confirmed"))
                .containsExactly(true, true);
        assertThat(words(language).facts(Catalogue.bundled().recognise(NOBODYS)))
                .isEmpty();
    }
}
