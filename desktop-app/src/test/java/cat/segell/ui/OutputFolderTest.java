// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Settings;
import cat.segell.app.settings.Value;
import cat.segell.fixture.TestPdf;
import cat.segell.ui.desk.SignDesk;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Signed documents are to go where nothing can be put: below a file. */
class OutputFolderTest extends AtRealWindow {

    @Override
    SignDesk desk(Start start) {
        return Window.desk(start, new Wiring(start));
    }

    @Override
    Settings settings() {
        String below = folder.resolve("Decret.pdf").resolve("signed").toString();
        return Settings.NONE.with(Setting.OUTPUT, Optional.of(new Value.Word(below)));
    }

    @Test
    void isToldBeforeThePinAndLeavesTheListAsItWas(FxRobot person) throws IOException, TimeoutException {
        copyInFileManagerAndPaste(person, TestPdf.pages(folder.resolve("Decret.pdf"), 1));
        practise(person);
        person.clickOn("#sign-button");
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("OUTPUT-NOT-FOLDER");
        assertThat(robot.seesNow("#pin")).as("asked for a PIN").isFalse();
        assertThat(robot.words("#document-count")).isEqualTo("1 document");
        assertThat(robot.seesNow("#problem-folder")).as("a way out").isTrue();
    }
}
