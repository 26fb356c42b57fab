// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import java.util.EnumSet;
import java.util.Set;

/**
 * Our own rule on what lies behind a signature. It stands beside the checks of the validation engine, which call some
 * manipulated files valid: a signature is plainly good only where nothing came later but evidence and further signatures.
 */
public final class RevisionRule {

    private RevisionRule() {}

    /** @return what speaks against the signature, or {@link Reason#PERMITTED_CHANGE}; empty where nothing is to be said */
    public static Set<Reason> reasons(FileFacts file, SignedRevision revision) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        switch (revision.seal()) {
            case WHOLE -> {}
            // What was signed can't be told any more: that it changed isn't said.
            case BROKEN -> reasons.add(Reason.SIGNATURE_BROKEN);
            case OPEN -> reasons.add(Reason.DOCUMENT_CHANGED);
        }
        if (file.repaired()) {
            reasons.add(Reason.REPAIRED);
        }
        if (!file.endsCleanly()) {
            reasons.add(Reason.CHANGED_AFTER_SIGNING);
        }
        for (LaterChange change : revision.later()) {
            if (!permitted(change, revision)) {
                reasons.add(Reason.CHANGED_AFTER_SIGNING);
            } else if (change == LaterChange.FORM_FILL || change == LaterChange.ANNOTATION) {
                reasons.add(Reason.PERMITTED_CHANGE);
            }
        }
        return reasons;
    }

    private static boolean permitted(LaterChange change, SignedRevision revision) {
        Permission permission = revision.permission();
        // Signing programs write the date of change when they add a further signature.
        boolean bySigning = change == LaterChange.METADATA
                && revision.later().contains(LaterChange.SIGNATURE)
                && permission.permits(LaterChange.SIGNATURE);
        return bySigning || permission.permits(change);
    }
}
