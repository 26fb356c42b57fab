// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.SlotNames;
import cat.segell.card.pkcs11.CardPresence;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * As PC/SC tells it. With a token that is its own reader the reader goes, too.
 *
 * @param readers as they are when it is asked
 */
public record PresenceInReaders(Supplier<ReadersSnapshot> readers) implements CardPresence {

    @Override
    public BooleanSupplier goneFrom(String slot) {
        Optional<Reader> then = reader(slot).filter(Reader::hasCard);
        return () -> then.isPresent() && isEmpty(then.get().name());
    }

    @Override
    public boolean isOutOf(String slot) {
        return reader(slot)
                .filter(reader -> reader.state() == ReaderState.EMPTY)
                .isPresent();
    }

    @Override
    public boolean isIn(String slot) {
        // From what another program holds for itself, the driver can't read what it is.
        return reader(slot).filter(reader -> reader.state() == ReaderState.CARD).isPresent();
    }

    private Optional<Reader> reader(String slot) {
        return new SlotNames(readers.get().readers()).reader(slot);
    }

    private boolean isEmpty(String name) {
        ReadersSnapshot now = readers.get();
        return now.obstacle().isEmpty()
                && now.readers().stream()
                        .filter(reader -> reader.name().equals(name))
                        .allMatch(reader -> reader.state() == ReaderState.EMPTY);
    }
}
