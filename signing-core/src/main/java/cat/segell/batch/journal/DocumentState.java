// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import java.util.Locale;

/** Where a document of a batch stands; each is in just one of these. */
public enum DocumentState {
    /** Not signed. */
    OPEN,
    /** Signed, and about to be laid in its place: whether it is there, its place tells. */
    PLACING,
    SIGNED,
    /** Not signed, for a reason of its own. */
    FAILED,
    /** Left alone on purpose. */
    SKIPPED;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
