// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import java.util.function.BooleanSupplier;

/** What is known of a card beside its driver, which may hang when the card is pulled. */
@FunctionalInterface
public interface CardPresence {

    /**
     * @param slot that a card is in now, as the driver describes it
     * @return whether it is gone from there, for whoever asks later; never on suspicion
     */
    BooleanSupplier goneFrom(String slot);

    /** Whether there is none in it now, although its reader is there; never on suspicion. */
    default boolean isOutOf(String slot) {
        return false;
    }

    /** Whether there is a card in it now, whatever the driver says; never on suspicion. */
    default boolean isIn(String slot) {
        return false;
    }
}
