// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.ui.look.Look;
import cat.segell.ui.sign.SignScreen;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentWordsTest {

    private final DocumentWords words =
            new DocumentWords(new Look(Messages.load(Language.CA, SignScreen.class, "sign"), 1));

    @Test
    void refusedIsNotAheadAnyMoreInAResult() {
        DocumentState refused = new DocumentState.Refused(new DocumentProblem.DocumentEncrypted(Path.of("/d/a.pdf")));
        assertThat(words.state(refused).words()).isEqualTo("No se signarà");
        assertThat(words.result(refused).words()).isEqualTo("No signat");
    }
}
