// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.batch.Pause;
import cat.segell.credential.PinEntry;

/**
 * The PIN of one batch.
 *
 * @param pause of whoever entered it; where it came from a file nobody enters it a second time
 */
public record PinAtHand(PinEntry entry, Pause pause) {}
