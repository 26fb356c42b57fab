// SPDX-License-Identifier: EUPL-1.2
/**
 * Readers and the cards in them, as PC/SC tells: names, states, answers to reset, and when something changes. No card is
 * ever connected to here, so other programs are not disturbed. The only package that calls PC/SC, through JNA.
 */
@NullMarked
package cat.segell.card.pcsc;

import org.jspecify.annotations.NullMarked;
