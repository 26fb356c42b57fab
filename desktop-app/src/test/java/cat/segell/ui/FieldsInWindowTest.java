// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.signature.Appearance;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Forms with fields for signatures: which of them is taken is seen before the PIN and afterwards, and can be left. */
class FieldsInWindowTest extends AtPlayedWindow {

    private static final String OWN = People.signing();

    FieldsInWindowTest() {
        super(Language.EN);
    }

    private void fill() throws TimeoutException {
        desk.with(People.clerk())
                .waiting("/form.pdf", "Alcaldia", OWN)
                .waiting("/others.pdf", "Alcaldia", "Tresoreria");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window.model.signers().look();
            window.add("/form.pdf", "/others.pdf", "/plain.pdf");
        });
        robot.sees("#own-field-choice");
    }

    private String rowOf(FxRobot person, String file) {
        return person.lookup(".list-cell").queryAllAs(ListCell.class).stream()
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .filter(text -> text.contains(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whichFieldIsTakenIsSeenBeforeAndAfter(FxRobot person) throws TimeoutException {
        fill();
        assertThat(rowOf(person, "form.pdf")).contains("in the field “" + OWN + "”");
        assertThat(rowOf(person, "others.pdf")).contains("2 fields wait for a signature");
        assertThat(rowOf(person, "plain.pdf")).doesNotContain("field");
        assertThat(robot.words("#own-field-words")).isEqualTo("1 document has a field for whoever signs.");
        person.clickOn("#sign-button");
        robot.sees("#pin");
        assertThat(robot.words("#pin-field")).isEqualTo("The signature will take the field “" + OWN + "”.");
        enterThePin(person);
        assertThat(desk.requests()
                        .getLast()
                        .profile()
                        .appearance()
                        .orElseThrow()
                        .place())
                .isEqualTo(new Appearance.OwnField());
        assertThat(robot.said("#results")).contains("in the field “" + OWN + "”");
    }

    @Test
    void noNameOfAFieldEndsItsMarks(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).waiting("/form.pdf", "“" + OWN + "”.");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window.model.signers().look();
            window.add("/form.pdf");
        });
        robot.sees("#own-field-choice");
        assertThat(rowOf(person, "form.pdf")).contains("in the field “'" + OWN + "'.”");
        person.clickOn("#sign-button");
        robot.sees("#pin");
        assertThat(robot.words("#pin-field")).isEqualTo("The signature will take the field “'" + OWN + "'.”.");
    }

    @Test
    void nothingIsAskedWhereNobodyWaits() throws TimeoutException {
        desk.with(People.clerk()).waiting("/others.pdf", "Alcaldia", "Tresoreria");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window.model.signers().look();
            window.add("/others.pdf");
        });
        assertThat(robot.seesNow("#own-field-choice")).isFalse();
    }

    @Test
    void whoWantsNoneLeavesIt(FxRobot person) throws TimeoutException {
        fill();
        person.clickOn("#own-field");
        assertThat(rowOf(person, "form.pdf")).contains("2 fields wait for a signature");
        person.clickOn("#sign-button");
        robot.sees("#pin");
        assertThat(robot.seesNow("#pin-field")).isFalse();
        enterThePin(person);
        assertThat(desk.requests()
                        .getLast()
                        .profile()
                        .appearance()
                        .orElseThrow()
                        .place())
                .isEqualTo(new Appearance.Nowhere());
    }
}
