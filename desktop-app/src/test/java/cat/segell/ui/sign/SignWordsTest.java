// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.desk.People;
import cat.segell.ui.look.Look;
import org.junit.jupiter.api.Test;

class SignWordsTest {

    private final SignWords words = new SignWords(new Look(Messages.load(Language.CA, SignScreen.class, "sign"), 1));

    @Test
    void mainButtonNamesVerbNumberAndSigner() {
        SignWords.Button button = words.button(new MainAction.Sign(24, People.clerk()));
        assertThat(button.first()).isEqualTo("Signar 24 documents");
        assertThat(button.second())
                .isEqualTo("com a Marta Inventada Soler, Secretària interventora, Ajuntament de\u00a0Vilaprova");
    }

    @Test
    void mainButtonCountsOneInTheSingular() {
        assertThat(words.button(new MainAction.Sign(1, People.clerk())).first()).isEqualTo("Signar 1 document");
    }
}
