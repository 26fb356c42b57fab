// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.Locale;

/** The formats that can be signed. */
public enum SignatureFormat {
    PADES;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
