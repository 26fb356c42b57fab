// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A card that is taken out in the midst of a batch: the window says it, and waits. */
class PauseTest extends AtPlayedWindow {

    PauseTest() {
        super(Language.EN);
    }

    @BeforeEach
    void signUntilTheCardIsTakenOut(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).breakingAt(2, new TokenRemoved("T-CAT"));
        person.interact(() -> {
            window.model.cards().seen(People.readers());
            window.model.signers().look();
            window.add("/d/a.pdf", "/d/b.pdf", "/d/c.pdf", "/d/d.pdf");
        });
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#pause-go");
    }

    private void takeOut(FxRobot person) {
        person.interact(() -> window.model.cards().seen(People.noCard()));
    }

    @Test
    void saysWhatHappenedAndHowFarItIs(FxRobot person) {
        takeOut(person);
        assertThat(robot.said(".dialog"))
                .contains(
                        "The batch is waiting",
                        "2 of 4 documents signed",
                        "The card was removed",
                        "TOKEN-REMOVED",
                        "Put it back and go on.");
        Node dialog = person.lookup(".dialog").query();
        assertThat(dialog.getAccessibleRole()).isEqualTo(AccessibleRole.DIALOG);
        assertThat(dialog.getAccessibleText())
                .isEqualTo("The batch is waiting. 2 of 4 documents signed. The card was removed");
        assertThat(robot.words("#status")).isEqualTo("The batch is waiting");
        assertThat(robot.words("#chip")).isEqualTo("No card");
        person.clickOn("#problem-copy");
        assertThat(window.outside.copied()).contains("TOKEN-REMOVED");
    }

    @Test
    void goesOnByKeyboardWithThePinAnew(FxRobot person) throws TimeoutException {
        assertThat(robot.hasFocus("#pause-go")).isTrue();
        person.type(KeyCode.ENTER);
        enterThePin(person);
        assertThat(robot.said("#result")).contains("4 documents signed");
        assertThat(desk.pinsSeen()).isEqualTo(2);
    }

    @Test
    void goesOnByItselfOnceACardIsInAgain(FxRobot person) throws TimeoutException {
        takeOut(person);
        assertThat(robot.seesNow("#pause-go")).as("without a card").isTrue();
        person.interact(() -> window.model.cards().seen(People.readers()));
        enterThePin(person);
        assertThat(robot.said("#result")).contains("4 documents signed");
    }

    @Test
    void escapeLeadsToEndingAndTheRestIsLeft(FxRobot person) throws TimeoutException {
        person.type(KeyCode.ESCAPE);
        assertThat(robot.seesNow("#pause-go")).as("after Esc").isTrue();
        assertThat(robot.hasFocus("#pause-end")).isTrue();
        person.type(KeyCode.SPACE);
        robot.sees("#result");
        robot.nolongerSees("#pause-go");
        assertThat(robot.said("#result")).contains("2 of 4 documents signed");
        assertThat(desk.pinsSeen()).isOne();
    }

    @Test
    void endsWithItsButton(FxRobot person) throws TimeoutException {
        person.clickOn("#pause-end");
        robot.sees("#result");
        assertThat(robot.said("#problem")).contains("TOKEN-REMOVED");
    }

    @Test
    void aWrongPinAfterwardsIsAskedForOnceMore(FxRobot person) throws TimeoutException {
        person.clickOn("#pause-go");
        robot.sees("#pin");
        person.write("9999").type(KeyCode.ENTER);
        robot.sees("#pin-wrong");
        enterThePin(person);
        assertThat(robot.said("#result")).contains("4 documents signed");
    }

    /** What the question stood over is gone when it is answered, and doesn't take the question with it. */
    @Test
    void stoppingEndsTheWait(FxRobot person) throws TimeoutException {
        person.interact(() -> window.model.batch().stopAfterThisDocument());
        robot.sees("#result");
        robot.nolongerSees("#pause-go");
    }

    @Test
    void waitsAgainWhereItIsAnotherCard(FxRobot person) throws TimeoutException {
        desk.breakingAt(3, new KeyNotFound("pkcs11:token=T-CAT"));
        person.clickOn("#pause-go");
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        WindowRobot.waitFor(() -> robot.said(".dialog").contains("KEY-NOT-FOUND"));
        assertThat(robot.said(".dialog")).contains("3 of 4 documents signed");
        person.type(KeyCode.ENTER);
        enterThePin(person);
        assertThat(robot.said("#result")).contains("4 documents signed");
    }
}
