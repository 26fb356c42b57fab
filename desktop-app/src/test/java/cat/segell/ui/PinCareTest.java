// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A person without the right PIN, and the ways to another one: by keyboard where that is what is tested. */
class PinCareTest extends AtPlayedWindow {

    private static final String PUK = "87654321";
    private static final String FRESH = "24680";

    PinCareTest() {
        super(Language.EN);
    }

    @BeforeEach
    void readyToSign(FxRobot person) {
        desk.with(People.clerk());
        person.interact(() -> {
            window.model.signers().look();
            window.add("/d/contract.pdf");
        });
    }

    private void sign(FxRobot person, String then) throws TimeoutException {
        person.clickOn("#sign-button");
        robot.sees(then);
    }

    /** From the first field to Enter. */
    private void fill(FxRobot person, String present, String fresh, String again) throws TimeoutException {
        robot.sees("#pin-present");
        assertThat(robot.hasFocus("#pin-present")).isTrue();
        assertThat(capsLockTold(person))
                .as("of Caps Lock, in fields where the keyboard isn't")
                .isZero();
        person.write(present)
                .type(KeyCode.TAB)
                .write(fresh)
                .type(KeyCode.TAB)
                .write(again)
                .type(KeyCode.ENTER);
    }

    private long capsLockTold(FxRobot person) {
        return person.lookup("#pin-caps").queryAll().stream()
                .filter(Node::isVisible)
                .count();
    }

    private void goOnSigning(FxRobot person) throws TimeoutException {
        robot.sees("#new-pin-done");
        person.type(KeyCode.ENTER);
        robot.sees("#pin");
        person.write(FRESH).type(KeyCode.ENTER);
        robot.sees("#result");
    }

    @Test
    void withoutThePinTheIssuersWayIsShownAndThereIsAWayBack(FxRobot person) throws TimeoutException {
        sign(person, "#pin");
        person.write("12").clickOn("#pin-forgotten");
        robot.sees("#route");
        assertThat(robot.said(".dialog"))
                .contains("nothing is sent to the card")
                .contains("Go to the invented office that gave you the card.")
                .contains(People.UNBLOCKING.toString())
                .contains("If the PUK is locked as well", "Ask the invented office for another card.");
        person.clickOn("#route-open").clickOn("#route-copy");
        assertThat(window.outside.browsed()).containsExactly(People.UNBLOCKING);
        assertThat(window.outside.copied()).isEqualTo(People.UNBLOCKING.toString());

        person.clickOn("#forgotten-back");
        robot.sees("#pin");
        assertThat(desk.pinsSeen() + desk.pins().sent()).as("tries").isZero();
        assertThat(robot.hasFocus("#pin")).isTrue();
        assertThat(person.lookup("#pin-sign").query().isDisabled())
                .as("what was typed before is gone")
                .isTrue();
        enterThePin(person);
    }

    /** Who would rather not sign then can leave it; who signed is told what to do about it. */
    @Test
    void thatRevocationWasNotCheckedIsSaidBeforeThePinAndBesideTheResult(FxRobot person) throws TimeoutException {
        desk.unchecked(new RevocationUnstated());
        sign(person, "#pin");
        assertThat(robot.said("#pin-unchecked")).contains("cannot be checked", "REVOCATION-UNSTATED");
        enterThePin(person);
        assertThat(robot.said("#unchecked"))
                .contains("The certificate does not say where that could be asked.", "REVOCATION-UNSTATED");
    }

    @Test
    void escapeLeadsBackToTheQuestionToo(FxRobot person) throws TimeoutException {
        sign(person, "#pin");
        person.type(KeyCode.TAB);
        assertThat(robot.hasFocus("#pin-forgotten")).as("without a mouse").isTrue();
        person.type(KeyCode.SPACE);
        robot.sees("#route");
        person.type(KeyCode.ESCAPE);
        enterThePin(person);
    }

    @Test
    void withThePukAnotherPinIsSetAndSigned(FxRobot person) throws TimeoutException {
        sign(person, "#pin");
        person.clickOn("#pin-forgotten");
        robot.sees("#forgotten-puk");
        assertThat(robot.hasFocus("#forgotten-puk")).isTrue();
        person.type(KeyCode.SPACE);
        fill(person, PUK, FRESH, FRESH);
        goOnSigning(person);
        assertThat(desk.pins().sent()).isEqualTo(1);
        assertThat(desk.pinsSeen()).isEqualTo(1);
    }

    @Test
    void whoGivesUpOnThePukIsAskedForThePinOnceMore(FxRobot person) throws TimeoutException {
        sign(person, "#pin");
        person.clickOn("#pin-forgotten").clickOn("#forgotten-puk");
        robot.sees("#pin-present");
        person.type(KeyCode.ESCAPE);
        enterThePin(person);
    }

    @Test
    void aWrongPukSaysSoBesideItsField(FxRobot person) throws TimeoutException {
        sign(person, "#pin");
        person.clickOn("#pin-forgotten").clickOn("#forgotten-puk");
        fill(person, "11111111", FRESH, FRESH);
        robot.sees("#pin-wrong");
        assertThat(robot.words("#pin-wrong")).isEqualTo("The PUK is not correct");
        fill(person, PUK, FRESH, FRESH);
        goOnSigning(person);
        assertThat(desk.pins().sent()).isEqualTo(2);
    }

    @Test
    void aCardThatLocksIsUnlockedOnTheSpot(FxRobot person) throws TimeoutException {
        desk.tries(1);
        sign(person, "#pin-consent");
        person.clickOn("#pin-consent").clickOn("#pin").write("9").type(KeyCode.ENTER);
        robot.sees("#pin-unblock");
        assertThat(robot.seesNow("#pin")).as("a field").isFalse();
        person.clickOn("#pin-unblock").clickOn("#forgotten-puk");
        fill(person, PUK, FRESH, FRESH);
        goOnSigning(person);
    }

    @Test
    void aCardThatWasLockedBeforeIsToo(FxRobot person) throws TimeoutException {
        desk.tries(0);
        sign(person, "#problem");
        person.clickOn("#pin-unblock").clickOn("#forgotten-puk");
        fill(person, PUK, FRESH, FRESH);
        goOnSigning(person);
        assertThat(robot.seesNow("#problem")).isFalse();
    }

    @Test
    void aCardWithoutAPinIsNotCalledLocked(FxRobot person) throws TimeoutException {
        desk.signingNothing(new PinNotSet("T-CAT"));
        sign(person, "#problem");
        assertThat(robot.words("#pin-unblock")).isEqualTo("How to set it");
        person.clickOn("#pin-unblock");
        robot.sees("#route");
        assertThat(robot.said(".dialog"))
                .contains("The card has no PIN yet", "Go to the invented office that gave you the card.")
                .doesNotContain("The card is locked");
    }

    @Test
    void whereThePukIsLockedOnlyTheWayThatIsLeftIsShown(FxRobot person) throws TimeoutException {
        desk.signingNothing(new PukLocked("T-CAT"));
        sign(person, "#problem");
        assertThat(robot.words("#pin-unblock")).isEqualTo("What can be done");
        person.clickOn("#pin-unblock");
        robot.sees("#route");
        assertThat(robot.said(".dialog"))
                .contains("The card is locked", "Ask the invented office for another card.")
                .doesNotContain("Go to the invented office that gave you the card.");
        assertThat(robot.seesNow("#forgotten-puk")).isFalse();
    }

    /** That it must be changed doesn't hide that it locks with the next wrong entry. */
    @Test
    void theLastTryOfAnInitialPinIsForThePersonToAllow(FxRobot person) throws TimeoutException {
        desk.delivered().tries(1);
        person.clickOn("#chip").clickOn("#card-change");
        robot.sees("#pin-present");
        assertThat(robot.said(".dialog")).contains("Last try");
        fill(person, "1234", FRESH, FRESH);
        assertThat(robot.seesNow("#pin-unticked")).isTrue();
        assertThat(desk.pins().sent()).isZero();
        person.clickOn("#pin-consent").type(KeyCode.ENTER);
        robot.sees("#new-pin-done");
    }

    @Test
    void theInitialPinIsChangedFirstAndThenSignedWith(FxRobot person) throws TimeoutException {
        desk.delivered();
        sign(person, "#pin-present");
        assertThat(robot.said(".dialog")).contains("Change the initial PIN", "choose one of your own");
        person.type(KeyCode.ESCAPE);
        robot.nolongerSees("#pin-present");
        assertThat(robot.said("#problem")).contains("PIN-TO-BE-CHANGED");
        person.clickOn("#pin-change");
        fill(person, "1234", FRESH, FRESH);
        goOnSigning(person);
    }

    @Test
    void fromTheHeaderThePinIsChangedForItsOwnSake(FxRobot person) throws TimeoutException {
        person.clickOn("#chip").clickOn("#card-change");
        fill(person, "1234", FRESH, "24681");
        robot.sees("#pin-wrong");
        assertThat(robot.words("#pin-wrong")).isEqualTo("The two entries of the new PIN differ");
        assertThat(robot.hasFocus("#pin-new")).isTrue();
        person.write("123").type(KeyCode.TAB).write("123").type(KeyCode.ENTER);
        assertThat(robot.words("#pin-wrong")).isEqualTo("The new PIN is too short or too long");
        assertThat(desk.pins().sent()).as("until now").isZero();
        person.write(FRESH).type(KeyCode.TAB).write(FRESH).type(KeyCode.ENTER);
        robot.sees("#new-pin-done");
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#new-pin-done");
        assertThat(desk.requests()).as("signs nothing").isEmpty();
    }

    @Test
    void theLastTryIsForThePersonToAllow(FxRobot person) throws TimeoutException {
        desk.tries(1);
        person.clickOn("#chip").clickOn("#card-change");
        fill(person, "1234", FRESH, FRESH);
        robot.sees("#pin-unticked");
        assertThat(desk.pins().sent()).isZero();
        assertThat(robot.hasFocus("#pin-consent")).isTrue();
        person.type(KeyCode.SPACE);
        robot.nolongerSees("#pin-unticked");
        person.type(KeyCode.ENTER);
        robot.sees("#new-pin-done");
    }

    @Test
    void whereItIsUncertainItSaysWhichPinToTry(FxRobot person) throws TimeoutException {
        desk.pins().ending(new PinChangeUncertain("T-CAT", new TokenRemoved("T-CAT")));
        person.clickOn("#chip").clickOn("#card-change");
        fill(person, "1234", FRESH, FRESH);
        robot.sees("#problem");
        assertThat(robot.said("#problem")).contains("PIN-CHANGE-UNCERTAIN", "Try the new PIN first");
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#problem");
    }

    @Test
    void whereTheCardTakesNoPukTheIssuersWayIsShown(FxRobot person) throws TimeoutException {
        desk.pins().ending(new UnblockUnsupported("T-CAT"));
        person.clickOn("#chip").clickOn("#card-unblock");
        fill(person, PUK, FRESH, FRESH);
        robot.sees("#route");
        assertThat(robot.said(".dialog")).contains("UNBLOCK-UNSUPPORTED", "Go to the invented office");
    }

    @Test
    void whereThePukIsLockedOnlyWhatIsLeftIsShown(FxRobot person) throws TimeoutException {
        desk.pins().pukTries(0);
        person.clickOn("#chip").clickOn("#card-unblock");
        robot.sees("#route");
        assertThat(robot.said(".dialog"))
                .contains("PUK-LOCKED", "Ask the invented office for another card.")
                .doesNotContain("Go to the invented office");
    }

    @Test
    void aCardWhosePukIsKnownToBeLockedIsNotUnblockedHere(FxRobot person) throws TimeoutException {
        desk.clearSigners();
        desk.with(People.pukLocked());
        person.type(KeyCode.F5);
        WindowRobot.waitFor(() -> robot.words("#chip").equals("Card locked"));
        person.clickOn("#chip");
        robot.sees("#card-forgotten");
        assertThat(robot.seesNow("#card-unblock")).isFalse();
        person.clickOn("#card-forgotten");
        robot.sees("#route");
        assertThat(robot.seesNow("#forgotten-puk")).isFalse();
        assertThat(robot.said(".dialog"))
                .startsWith("The card is locked")
                .contains("Ask the invented office for another card.")
                .doesNotContain("Go to the invented office");
    }

    @Test
    void onAReaderWithKeysNothingIsTypedHere(FxRobot person) throws TimeoutException {
        desk.withKeypad();
        person.type(KeyCode.F5);
        sign(person, "#pad-words");
        person.clickOn("#pin-forgotten");
        robot.sees("#route");
        assertThat(robot.seesNow("#forgotten-puk")).as("a PUK").isFalse();
        person.clickOn("#forgotten-back");
        robot.sees("#pad-words");
        person.clickOn("#pad-cancel");
        robot.nolongerSees("#pad-words");

        desk.tries(1);
        person.clickOn("#chip").clickOn("#card-change");
        robot.sees("#pad-consent");
        assertThat(robot.seesNow("#pin-present")).isFalse();
        person.clickOn("#pad-consent").clickOn("#pad-agree");
        robot.sees("#new-pin-done");
    }

    @Test
    void thePracticeCardsPinStandsBesideItsField(FxRobot person) throws TimeoutException {
        person.interact(() -> window.model.signers().usePractice());
        sign(person, "#pin");
        assertThat(robot.seesNow("#pin-forgotten")).isFalse();
        Node hint = person.lookup("#pin-hint").query();
        assertThat(hint.isVisible()).isTrue();
    }
}
