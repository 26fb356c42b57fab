// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.card.admission.DriverFile;
import cat.segell.card.pkcs11.DriverInfo;

/**
 * A driver that a person pointed at, and that was loaded once to see what it is.
 *
 * @param file as it lay there then
 * @param info what it says of itself
 */
public record TriedDriver(DriverFile file, DriverInfo info) {}
