// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PresenceInReadersTest {

    private static final String READER = "Reader 00 00";

    private ReadersSnapshot now = with(ReaderState.CARD);
    private final PresenceInReaders presence = new PresenceInReaders(() -> now);

    private static ReadersSnapshot with(ReaderState state) {
        return new ReadersSnapshot(List.of(new Reader(READER, state, Optional.empty(), 1)), Optional.empty());
    }

    @Test
    void aCardIsGoneWithItselfOrWithItsReader() {
        BooleanSupplier gone = presence.goneFrom(READER);
        assertThat(gone.getAsBoolean()).isFalse();
        now = with(ReaderState.EMPTY);
        assertThat(gone.getAsBoolean()).isTrue();
        now = new ReadersSnapshot(List.of(), Optional.empty());
        assertThat(gone.getAsBoolean()).as("a token that is its own reader").isTrue();
        now = with(ReaderState.CARD);
        assertThat(gone.getAsBoolean()).isFalse();
    }

    /** Another reader that is empty, or holds another card, says nothing of this one. */
    @Test
    void onlyItsOwnReaderTells() {
        BooleanSupplier gone = presence.goneFrom(READER);
        Reader other = new Reader("Altre", ReaderState.EMPTY, Optional.empty(), 1);
        now = new ReadersSnapshot(
                List.of(new Reader(READER, ReaderState.CARD, Optional.empty(), 1), other), Optional.empty());
        assertThat(gone.getAsBoolean()).isFalse();
        now = new ReadersSnapshot(
                List.of(
                        new Reader(READER, ReaderState.EMPTY, Optional.empty(), 2),
                        new Reader("Altre", ReaderState.CARD, Optional.empty(), 2)),
                Optional.empty());
        assertThat(gone.getAsBoolean()).isTrue();
    }

    @Test
    void tellsWhetherACardIsInAReader() {
        assertThat(presence.isIn(READER)).isTrue();
        assertThat(presence.isIn("Reader 01 00")).isFalse();
        for (ReaderState state : List.of(ReaderState.EMPTY, ReaderState.EXCLUSIVE, ReaderState.MUTE)) {
            now = with(state);
            assertThat(presence.isIn(READER)).as("%s", state).isFalse();
        }
    }

    @Test
    void tellsWhetherAReaderIsEmpty() {
        assertThat(presence.isOutOf(READER)).isFalse();
        now = with(ReaderState.EMPTY);
        assertThat(presence.isOutOf(READER)).isTrue();
        assertThat(presence.isOutOf("Reader 01 00")).as("one that isn't there").isFalse();
        for (ReaderState state : List.of(ReaderState.UNAVAILABLE, ReaderState.EXCLUSIVE, ReaderState.MUTE)) {
            now = with(state);
            assertThat(presence.isOutOf(READER)).as("%s", state).isFalse();
        }
    }

    @Test
    void whatNobodyCanTellIsNotGone() {
        BooleanSupplier gone = presence.goneFrom(READER);
        for (ReaderState state : List.of(ReaderState.UNAVAILABLE, ReaderState.MUTE, ReaderState.EXCLUSIVE)) {
            now = with(state);
            assertThat(gone.getAsBoolean()).as("%s", state).isFalse();
        }
        now = new ReadersSnapshot(List.of(), Optional.of(new PcscServiceDown()));
        assertThat(gone.getAsBoolean()).isFalse();
    }

    @Test
    void aTokenThatWasInNoReaderIsNotGone() {
        BooleanSupplier gone = presence.goneFrom("SoftHSM slot ID 0x1");
        now = with(ReaderState.EMPTY);
        assertThat(gone.getAsBoolean()).isFalse();
        assertThat(presence.goneFrom(READER).getAsBoolean()).as("empty before").isFalse();
    }
}
