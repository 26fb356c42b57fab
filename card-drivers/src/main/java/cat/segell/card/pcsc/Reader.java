// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.util.Optional;

/**
 * A reader as it was seen.
 *
 * @param name as PC/SC calls it
 * @param atr of the card in it; a card that was put in just now may not have answered yet
 * @param events a number that changes with each card that comes or goes, zero where PC/SC doesn't count: a card that was
 *     changed for another of the same kind is told by this alone
 */
public record Reader(String name, ReaderState state, Optional<Atr> atr, int events) {

    public boolean hasCard() {
        return state == ReaderState.CARD || state == ReaderState.EXCLUSIVE;
    }
}
