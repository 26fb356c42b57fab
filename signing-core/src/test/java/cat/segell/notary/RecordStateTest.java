// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordStateTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStateSaysWhatItProves(Language language) {
        for (RecordState state : RecordState.values()) {
            assertThat(state.meaning(language)).isNotBlank().doesNotContain("{").contains(". ");
            assertThat(state.meaningElsewhere(language))
                    .isNotBlank()
                    .doesNotContain("{")
                    .isNotEqualTo(state.meaning(language));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRecordOnThisComputerPromisesNothingToOthers(Language language) {
        String nothing = switch (language) {
            case CA -> "encara no prova res";
            case ES -> "todavía no prueba nada";
            case EN -> "proves nothing yet";
        };
        assertThat(RecordState.RECORDED.meaning(language)).contains(nothing);
    }
}
