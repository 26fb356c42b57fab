// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A batch that was broken off is offered where documents would be dropped. */
class ResumeTest extends AtPlayedWindow {

    ResumeTest() {
        super(Language.EN);
    }

    @BeforeEach
    void twoAreBroken(FxRobot person) throws TimeoutException {
        desk.broken(Instant.parse("2026-11-27T10:00:00Z"), 2, "/d/a.pdf", "/d/b.pdf", "/d/c.pdf")
                .broken(Instant.parse("2026-11-26T10:00:00Z"), 0, "/d/d.pdf");
        person.interact(() -> window.model.resume().look());
        robot.sees("#resume-words");
    }

    private void insertTheCard(FxRobot person) {
        desk.with(People.clerk());
        person.interact(() -> window.model.signers().look());
    }

    @Test
    void saysWhatIsLeft(FxRobot person) {
        assertThat(robot.words("#resume-words"))
                .isEqualTo("A batch of 3 documents of 27 November 2026 was broken off: 1 is left to sign."
                        + " 1 more was broken off before.");
        assertThat(person.lookup("#resume-sign").query().getAccessibleText())
                .isEqualTo(
                        "Sign the rest. A batch of 3 documents of 27 November 2026 was broken off: 1 is left to sign.");
    }

    @Test
    void byKeyboardTheRestIsSigned(FxRobot person) throws TimeoutException {
        insertTheCard(person);
        person.interact(() -> person.lookup("#resume-sign").query().requestFocus());
        person.type(KeyCode.SPACE);
        robot.sees("#pin");
        assertThat(robot.said(".who-and-what")).contains("1 document", "c.pdf");
        enterThePin(person);
        assertThat(robot.said("#result")).contains("Document signed");
        person.clickOn("#sign-more");
        robot.sees("#resume-words");
        assertThat(robot.words("#resume-words")).contains("26 November 2026");
    }

    @Test
    void cancellingThePinLeavesTheOffer(FxRobot person) throws TimeoutException {
        insertTheCard(person);
        person.clickOn("#resume-sign");
        robot.sees("#pin");
        person.type(KeyCode.ESCAPE);
        robot.sees("#resume-words");
        assertThat(robot.seesNow("#document-count")).isFalse();
    }

    @Test
    void withoutTheCardItSaysWhatIsMissing(FxRobot person) throws TimeoutException {
        person.clickOn("#resume-sign");
        WindowRobot.waitFor(() ->
                robot.seesNow("#resume-sign") && robot.words("#resume-sign").equals("Try again"));
        assertThat(robot.said("#problem")).contains("TOKEN-NOT-FOUND");
        insertTheCard(person);
        person.clickOn("#resume-sign");
        enterThePin(person);
    }

    @Test
    void notNowTakesItAway(FxRobot person) throws TimeoutException {
        person.clickOn("#resume-later");
        robot.nolongerSees("#resume-words");
        robot.sees("#drop-title");
    }

    @Test
    void forgettingOffersTheNext(FxRobot person) throws TimeoutException {
        person.clickOn("#resume-forget");
        WindowRobot.waitFor(() -> robot.words("#resume-words").contains("26 November 2026"));
    }
}
