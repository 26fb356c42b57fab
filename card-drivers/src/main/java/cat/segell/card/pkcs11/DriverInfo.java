// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.text.Showable;

/** What a module says of itself, as it may be shown. */
public record DriverInfo(String manufacturer, String description, String version) {

    public DriverInfo {
        manufacturer = Showable.of(manufacturer).strip();
        description = Showable.of(description).strip();
        version = Showable.of(version).strip();
    }
}
