// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.Locale;

/** What a qualified certificate is for (EN 319 412-5 §4.2.3). */
public enum QcType {
    ESIGN,
    ESEAL,
    WEB;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
