// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import java.util.Locale;

/** What can be said of a signature or a document. */
public enum Verdict {
    VALID,
    /** Changed, broken, or signed by somebody who may not. */
    INVALID,
    /** Nothing is wrong, but something can't be told: an unknown issuer, say. */
    INDETERMINATE,
    UNSIGNED;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
