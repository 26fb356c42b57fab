// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;

/** Which rows of a batch are shown. */
public enum ResultFilter {
    ALL,
    /** Signed before: nothing was to be done. */
    LEFT_ALONE,
    COMPLETE,
    /** Not yet signed, or signed without all that was asked for. */
    PENDING,
    FAILED;

    public boolean shows(DocumentRow row) {
        return this == ALL || of(row.state().get()) == this;
    }

    public static ResultFilter of(DocumentState state) {
        return switch (state) {
            case DocumentState.Signed signed -> signed.incomplete() ? PENDING : COMPLETE;
            case DocumentState.Failed failed -> failed.stopped() ? PENDING : FAILED;
            case DocumentState.Refused _ -> FAILED;
            case DocumentState.Ready _, DocumentState.Waiting _, DocumentState.Signing _ -> PENDING;
            case DocumentState.Skipped _ -> LEFT_ALONE;
        };
    }
}
