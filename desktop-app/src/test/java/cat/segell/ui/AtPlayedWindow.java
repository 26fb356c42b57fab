// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.text.Language;
import cat.segell.ui.desk.PlayedDesk;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A person at the window over a desk that is played, with a thread of its own for signing. */
@ExtendWith(ApplicationExtension.class)
abstract class AtPlayedWindow {

    private final Language language;
    private final ExecutorService signing = Executors.newSingleThreadExecutor();
    final PlayedDesk desk = new PlayedDesk();
    PlayedWindow window;
    WindowRobot robot;

    AtPlayedWindow(Language language) {
        this.language = language;
    }

    @BeforeEach
    final void openTheWindow(FxRobot person) throws TimeoutException {
        robot = new WindowRobot(person);
        window = PlayedWindow.open(language, desk, signing);
    }

    @AfterEach
    final void closeTheWindow() throws TimeoutException {
        signing.shutdownNow();
        FxToolkit.cleanupStages();
    }

    /** Types the PIN of the played card, and sees how the batch ended. */
    final void enterThePin(FxRobot person) throws TimeoutException {
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#result");
    }
}
