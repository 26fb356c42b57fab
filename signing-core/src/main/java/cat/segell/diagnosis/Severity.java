// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import java.util.Locale;

/** The worst first. */
public enum Severity {
    /** It keeps the person from signing. */
    FAULT,
    /** It will, or it would if something else didn't work. */
    WARNING,
    /** Good to know. */
    OK;

    /** In JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
