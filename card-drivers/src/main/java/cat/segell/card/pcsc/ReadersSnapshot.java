// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardMute;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.ReaderNone;
import java.util.List;
import java.util.Optional;

/**
 * All readers at one moment.
 *
 * @param obstacle why PC/SC couldn't be asked; then there are no readers
 */
public record ReadersSnapshot(List<Reader> readers, Optional<Problem> obstacle) {

    public ReadersSnapshot {
        readers = List.copyOf(readers);
        if (obstacle.isPresent() && !readers.isEmpty()) {
            throw new IllegalArgumentException("readers that nobody could ask for");
        }
    }

    static ReadersSnapshot of(List<Reader> readers) {
        return new ReadersSnapshot(readers, Optional.empty());
    }

    static ReadersSnapshot without(Problem obstacle) {
        return new ReadersSnapshot(List.of(), Optional.of(obstacle));
    }

    public boolean hasCard() {
        return readers.stream().anyMatch(Reader::hasCard);
    }

    /**
     * Whether the same cards are in the same readers as before. That somebody takes a card for himself for a moment, as
     * drivers do when they look at it, makes no difference.
     */
    public boolean sameCards(ReadersSnapshot before) {
        return cards().equals(before.cards());
    }

    /** Whether a card is in a reader now that wasn't in it before. */
    public boolean hasOtherThan(ReadersSnapshot before) {
        return !before.cards().containsAll(cards());
    }

    private List<Reader> cards() {
        return readers.stream()
                .filter(Reader::hasCard)
                .map(reader -> new Reader(reader.name(), ReaderState.CARD, reader.atr(), reader.events()))
                .toList();
    }

    /** Why there is no card to work with; nothing where there is one. */
    public Optional<Problem> finding() {
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (readers.isEmpty()) {
            return Optional.of(new ReaderNone());
        }
        if (hasCard()) {
            return Optional.empty();
        }
        return Optional.of(readers.stream()
                .filter(reader -> reader.state() == ReaderState.MUTE)
                .findFirst()
                .<Problem>map(reader -> new CardMute(reader.name()))
                .orElseGet(CardNone::new));
    }
}
