// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.PinUse;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A reader with keys of its own: the window sends the person there, and leaves a way out. */
class PadTest extends AtPlayedWindow {

    PadTest() {
        super(Language.EN);
    }

    @BeforeEach
    void readyToSign(FxRobot person) {
        desk.withKeypad().with(People.clerk());
        person.interact(() -> {
            window.model.signers().look();
            window.add("/d/contract.pdf");
        });
    }

    @Test
    void signsOnceTheReaderHasThePin(FxRobot person) throws TimeoutException {
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        assertThat(robot.seesNow("#pin")).isFalse();
        desk.typeOnReader();
        robot.sees("#result");
        robot.nolongerSees("#pad-words");
    }

    @Test
    void namesCardAndReader(FxRobot person) throws TimeoutException {
        person.interact(() -> window.model.cards().seen(People.readers()));
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        assertThat(robot.words("#token")).isEqualTo("T-CAT · reader Lector inventat 00");
        person.clickOn("#pad-cancel");
        robot.nolongerSees("#pad-words");
    }

    @Test
    void saysBeforehandHowOftenTheReaderWillWait(FxRobot person) throws TimeoutException {
        desk.wanting(PinUse.EACH_SIGNATURE);
        person.interact(() -> window.add("/d/minutes.pdf"));
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        assertThat(robot.words("#pin-use"))
                .isEqualTo("This card wants its PIN for each document: you will be asked for it 3 times.");
        desk.typeOnReader();
        desk.typeOnReader();
        desk.typeOnReader();
        robot.sees("#result");
    }

    @Test
    void cancellingEndsTheWait(FxRobot person) throws TimeoutException {
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        person.clickOn("#pad-cancel");
        robot.nolongerSees("#pad-words");
        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        person.type(KeyCode.ESCAPE);
        robot.nolongerSees("#pad-words");
        assertThat(desk.requests()).hasSize(2);
        assertThat(robot.seesNow("#result")).isFalse();
    }

    @Test
    void aChangeOnTheReaderCanBeCancelledAndIsUncertainThen(FxRobot person) throws TimeoutException {
        desk.pins().waiting();
        person.clickOn("#chip").clickOn("#card-change");
        robot.sees("#pad-words");
        WindowRobot.waitFor(() -> desk.pins().sent() == 1);
        assertThat(robot.said(".dialog")).contains("it may not be known which PIN the card has");
        person.type(KeyCode.ESCAPE);
        assertThat(robot.seesNow("#pad-words")).as("after Esc").isTrue();
        person.clickOn("#pad-cancel");
        robot.sees("#new-pin-close");
        assertThat(robot.said(".dialog")).contains("PIN-CHANGE-UNCERTAIN");
    }

    @Test
    void theLastTryOfAChangeIsForThePersonToAllow(FxRobot person) throws TimeoutException {
        desk.tries(1);
        person.clickOn("#chip").clickOn("#card-change");
        robot.sees("#pad-consent");
        assertThat(robot.said(".dialog")).contains("Last try");
        person.clickOn("#pad-cancel");
        robot.nolongerSees("#pad-consent");
        assertThat(desk.pins().sent()).isZero();
    }

    @Test
    void theLastTryIsForThePersonToAllow(FxRobot person) throws TimeoutException {
        desk.tries(1);
        person.clickOn("#sign-button");
        robot.sees("#pad-consent");
        assertThat(person.lookup("#pad-agree").query().isDisabled()).isTrue();
        person.clickOn("#pad-consent").clickOn("#pad-agree");
        robot.sees("#pad-words");
        desk.typeOnReader();
        robot.sees("#result");
    }
}
