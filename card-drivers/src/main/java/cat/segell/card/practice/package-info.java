// SPDX-License-Identifier: EUPL-1.2
/**
 * The practice card: a simulated card of an invented public employee, its certificate authority and its time-stamp
 * authority, for training, demonstration and tests. Made per home at first use, never shipped; the authority's private key
 * is thrown away as soon as the card is made, so nothing more can ever be issued in its name. Every certificate says in its
 * subject that it has no legal value.
 */
@NullMarked
package cat.segell.card.practice;

import org.jspecify.annotations.NullMarked;
