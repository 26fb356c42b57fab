// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.validation.SignedRevision.Seal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionRuleTest {

    private static final FileFacts GOOD = new FileFacts(100, 100, false, true);

    /** Each row: what the author permits, what came later, what is to be said. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "UNSTATED,EVIDENCE,",
                "UNSTATED,SIGNATURE,",
                "UNSTATED,METADATA,CHANGED_AFTER_SIGNING",
                "UNSTATED,FORM_FILL,CHANGED_AFTER_SIGNING",
                "UNSTATED,ANNOTATION,CHANGED_AFTER_SIGNING",
                "NOTHING,EVIDENCE,",
                "NOTHING,SIGNATURE,CHANGED_AFTER_SIGNING",
                "NOTHING,FORM_FILL,CHANGED_AFTER_SIGNING",
                "FORMS,SIGNATURE,",
                "FORMS,METADATA,",
                "FORMS,FORM_FILL,PERMITTED_CHANGE",
                "FORMS,ANNOTATION,CHANGED_AFTER_SIGNING",
                "FORMS_AND_ANNOTATIONS,ANNOTATION,PERMITTED_CHANGE",
                "FORMS_AND_ANNOTATIONS,FORM_FILL,PERMITTED_CHANGE"
            })
    void saysWhatAChangeIsWorth(Permission permission, LaterChange change, @Nullable Reason reason) {
        Set<Reason> reasons = RevisionRule.reasons(GOOD, new SignedRevision(Seal.WHOLE, permission, Set.of(change)));
        assertThat(reasons).isEqualTo(reason == null ? Set.of() : EnumSet.of(reason));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyCanPermitEverything(Permission permission) {
        assertThat(RevisionRule.reasons(
                        GOOD, new SignedRevision(Seal.WHOLE, permission, EnumSet.allOf(LaterChange.class))))
                .contains(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void furtherSignatureMayBringItsDate() {
        Set<LaterChange> later = Set.of(LaterChange.SIGNATURE, LaterChange.METADATA);
        assertThat(RevisionRule.reasons(GOOD, new SignedRevision(Seal.WHOLE, Permission.UNSTATED, later)))
                .isEmpty();
        assertThat(RevisionRule.reasons(GOOD, new SignedRevision(Seal.WHOLE, Permission.NOTHING, later)))
                .containsExactly(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void unsealedRepairedOrUncleanFilesAreNamed() {
        SignedRevision untouched = new SignedRevision(Seal.WHOLE, Permission.UNSTATED, Set.of());
        assertThat(RevisionRule.reasons(GOOD, new SignedRevision(Seal.OPEN, Permission.UNSTATED, Set.of())))
                .containsExactly(Reason.DOCUMENT_CHANGED);
        assertThat(RevisionRule.reasons(GOOD, new SignedRevision(Seal.BROKEN, Permission.UNSTATED, Set.of())))
                .containsExactly(Reason.SIGNATURE_BROKEN);
        assertThat(RevisionRule.reasons(new FileFacts(100, 100, true, true), untouched))
                .containsExactly(Reason.REPAIRED);
        assertThat(RevisionRule.reasons(new FileFacts(100, 90, false, false), untouched))
                .containsExactly(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void unknownPermissionPermitsNothing() {
        for (int p : List.of(-1, 0, 1, 4, 99)) {
            assertThat(Permission.of(p)).isEqualTo(Permission.NOTHING);
        }
    }
}
