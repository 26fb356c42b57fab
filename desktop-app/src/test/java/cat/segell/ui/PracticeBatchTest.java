// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import cat.segell.ui.look.Tone;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A batch of practice stays one, whoever is chosen meanwhile for the next. */
class PracticeBatchTest extends AtPlayedWindow {

    PracticeBatchTest() {
        super(Language.CA);
        desk.with(People.clerk());
    }

    private void startPractising(FxRobot person) throws TimeoutException {
        person.interact(() -> {
            window.add("/d/a.pdf");
            window.model.signers().usePractice();
            window.model.start();
        });
        robot.sees("#pin");
    }

    /** Everything is built anew in the other language. */
    private void leavePracticeAndSpeakSpanish(FxRobot person) {
        person.interact(() -> window.model.signers().leavePractice());
        assertThat(window.model.practice()).isFalse();
        person.interact(() -> window.appearance.language().set(Language.ES));
    }

    @Test
    void resultGoesOnSayingThatItIsPractice(FxRobot person) throws TimeoutException {
        startPractising(person);
        enterThePin(person);
        leavePracticeAndSpeakSpanish(person);
        robot.sees("#result");
        assertThat(robot.said("#result")).contains("Son firmas de prácticas, sin validez.");
        assertThat(person.lookup(".banner").query().getStyleClass()).contains(Tone.PRACTICE.style());
    }

    @Test
    void pinIsAskedForWithTheSignerOfTheBatch(FxRobot person) throws TimeoutException {
        startPractising(person);
        leavePracticeAndSpeakSpanish(person);
        robot.sees("#pin");
        assertThat(robot.said(".who-and-what"))
                .contains("Ajuntament de", "Pràctiques", "Tarjeta de prácticas")
                .doesNotContain("Vilaprova");
        enterThePin(person);
    }
}
