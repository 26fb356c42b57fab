// SPDX-License-Identifier: EUPL-1.2
/**
 * PINs, PUKs and passwords on the command line: where they come from, the consent to a last try, and giving a card
 * another one.
 */
@NullMarked
package cat.segell.cli.pin;

import org.jspecify.annotations.NullMarked;
