// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.validation.detail.ClaimDetail.Changes;
import java.util.Optional;

/** Which later changes a document's author permits by certifying it (DocMDP, ISO 32000-2 §12.8.2.2). */
public enum Permission {
    /** Not certified: nobody has permitted anything; others may sign too. */
    UNSTATED,
    NOTHING,
    FORMS,
    FORMS_AND_ANNOTATIONS;

    /** @param p the value of P in the transform's parameters; what can't be understood permits nothing */
    public static Permission of(int p) {
        return switch (p) {
            case 2 -> FORMS;
            case 3 -> FORMS_AND_ANNOTATIONS;
            default -> NOTHING;
        };
    }

    /** The same as it is told of who certified; nothing where nobody did. */
    public Optional<Changes> changes() {
        return switch (this) {
            case UNSTATED -> Optional.empty();
            case NOTHING -> Optional.of(Changes.NOTHING);
            case FORMS -> Optional.of(Changes.FORMS);
            case FORMS_AND_ANNOTATIONS -> Optional.of(Changes.NOTES);
        };
    }

    boolean permits(LaterChange change) {
        return switch (change) {
            case EVIDENCE -> true;
            case SIGNATURE -> this != NOTHING;
            case METADATA, FORM_FILL -> this == FORMS || this == FORMS_AND_ANNOTATIONS;
            case ANNOTATION -> this == FORMS_AND_ANNOTATIONS;
            case OTHER -> false;
        };
    }
}
