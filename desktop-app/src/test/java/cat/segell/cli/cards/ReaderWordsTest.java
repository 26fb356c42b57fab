// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.cli.Out;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderWordsTest {

    private static final Reader EMPTY = new Reader("Reader", ReaderState.EMPTY, Optional.empty(), 4);
    private static final Reader FULL = new Reader("Reader", ReaderState.CARD, Optional.of(new Atr("3B80800101")), 5);
    private static final ReadersSnapshot NOTHING = snapshot();
    private static final ReadersSnapshot DOWN =
            new ReadersSnapshot(List.of(), Optional.<Problem>of(new PcscServiceDown()));

    private final ReaderWords words =
            new ReaderWords(Messages.load(Language.EN, Out.class, "cli"), Catalogue.bundled());

    @Test
    void nothingNewIsNoNews() {
        assertThat(words.news(NOTHING, NOTHING)).isEmpty();
        assertThat(words.news(snapshot(FULL), snapshot(FULL))).isEmpty();
        assertThat(words.news(DOWN, DOWN)).isEmpty();
    }

    @Test
    void readersComeAndGo() {
        assertThat(words.news(NOTHING, snapshot(EMPTY))).containsExactly("Reader: connected");
        assertThat(words.news(snapshot(EMPTY), NOTHING)).containsExactly("Reader: disconnected");
    }

    @Test
    void aReaderMayComeWithACard() {
        assertThat(words.news(NOTHING, snapshot(FULL)))
                .containsExactly(
                        "Reader: connected",
                        "Reader: Card: the answer to reset, 3B80800101, does not tell of which kind");
    }

    @Test
    void cardsComeAndGo() {
        assertThat(words.news(snapshot(EMPTY), snapshot(FULL)))
                .containsExactly("Reader: Card: the answer to reset, 3B80800101, does not tell of which kind");
        assertThat(words.news(snapshot(FULL), snapshot(EMPTY))).containsExactly("Reader: No card.");
    }

    @Test
    void aCardChangedForAnotherOfItsKindIsNews() {
        Reader changed = new Reader("Reader", ReaderState.CARD, FULL.atr(), 7);
        assertThat(words.news(snapshot(FULL), snapshot(changed))).hasSize(1);
    }

    @Test
    void theServiceEndsAndComesBack() {
        assertThat(words.news(snapshot(EMPTY), DOWN))
                .as("nobody pulled anything out")
                .isEmpty();
        assertThat(ReaderWords.obstacle(snapshot(EMPTY), DOWN)).isEqualTo(DOWN.obstacle());
        assertThat(ReaderWords.obstacle(DOWN, DOWN)).as("told already").isEmpty();
        assertThat(words.news(DOWN, snapshot(EMPTY))).containsExactly("Reader: connected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3B7F380000006A444E4965100242044C11039000 | Spanish identity card (DNIe)",
                "3BD218008131FE58C90411 | CardOS 5.4 · D-Trust 4.1, 4.4",
                "3BF99600008031FE4553434537200F0020464E | G&D SmartCafe Expert 7 (not confirmed)"
            })
    void knownCardsAreCalledByTheirNames(String atr, String names) {
        Reader reader = new Reader("Reader", ReaderState.CARD, Optional.of(new Atr(atr)), 5);
        assertThat(words.state(reader)).isEqualTo("Card: " + names);
    }

    @Test
    void everyStateHasItsWordsInEveryLanguage() {
        for (Language language : Language.values()) {
            ReaderWords own = new ReaderWords(Messages.load(language, Out.class, "cli"), Catalogue.bundled());
            for (ReaderState state : ReaderState.values()) {
                assertThat(own.state(new Reader("Reader", state, Optional.empty(), 0)))
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }

    private static ReadersSnapshot snapshot(Reader... readers) {
        return new ReadersSnapshot(List.of(readers), Optional.empty());
    }
}
