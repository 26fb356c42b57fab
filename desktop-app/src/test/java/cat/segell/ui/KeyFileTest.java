// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.KeyProblem.KeyFileBroken;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import cat.segell.ui.desk.SignerOption;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A key file, opened in the window. */
class KeyFileTest extends AtPlayedWindow {

    private static final Path FILE = Path.of("/keys/marta.p12");

    KeyFileTest() {
        super(Language.EN);
    }

    /** By the button where no key was found, which the keyboard reaches. */
    private void open(FxRobot person) throws TimeoutException {
        window.outside.choose(FILE);
        robot.sees("#no-signer");
        person.interact(() -> person.lookup("#open-key-file").query().requestFocus());
        person.type(KeyCode.SPACE);
    }

    private String signer() {
        return window.model
                .signers()
                .chosen()
                .get()
                .map(each -> each.facts().holder())
                .orElse("nobody");
    }

    @Test
    void whoIsInTheFileSigns(FxRobot person) throws TimeoutException {
        desk.inKeyFiles(People.clerk());
        person.interact(() -> window.add("/d/a.pdf"));
        open(person);
        robot.sees("#pin");
        assertThat(robot.said(".dialog")).contains("Enter the file’s password", "marta.p12", "The file’s password");
        person.write("1234").type(KeyCode.ENTER);
        robot.nolongerSees("#pin");
        WindowRobot.waitFor(() -> signer().equals("Marta Inventada Soler"));
        assertThat(robot.words("#chip")).isEqualTo("Key file");

        robot.keys(KeyCode.CONTROL, KeyCode.ENTER);
        robot.sees("#pin");
        assertThat(robot.said(".dialog")).contains("Enter the file’s password");
        assertThat(robot.seesNow(".dialog .tag")).as("tries that nobody counts").isFalse();
        enterThePin(person);
        assertThat(desk.requests().getLast().credential().key()).isEqualTo("pkcs12:/keys/marta.p12");
    }

    @Test
    void aWrongPasswordSaysSoWithoutTries(FxRobot person) throws TimeoutException {
        desk.inKeyFiles(People.clerk());
        open(person);
        robot.sees("#pin");
        person.write("9").type(KeyCode.ENTER);
        robot.sees("#pin-wrong");
        assertThat(robot.words("#pin-wrong")).isEqualTo("The password is not correct.");
        assertThat(robot.seesNow(".dialog .tag")).as("tries that nobody counts").isFalse();
        assertThat(robot.hasFocus("#pin")).isTrue();
        person.type(KeyCode.ESCAPE);
        robot.nolongerSees("#pin");
        assertThat(signer()).isEqualTo("nobody");
        assertThat(robot.seesNow("#problem")).as("the panel beside").isTrue();
        assertThat(robot.seesNow(".dialog")).as("to cancel is no problem").isFalse();
    }

    @Test
    void theChoiceLivesThroughLooksForCards(FxRobot person) throws TimeoutException {
        desk.inKeyFiles(People.clerk());
        open(person);
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        WindowRobot.waitFor(() -> signer().equals("Marta Inventada Soler"));
        desk.with(People.clerkOf("Consell Comarcal de l'Exemple", 3));
        person.type(KeyCode.F5);
        WindowRobot.waitFor(() -> desk.looks() == 2);
        assertThat(window.model.signers().chosen().get().filter(SignerOption::inKeyFile))
                .isPresent();
    }

    @Test
    void ofSeveralKeysThePersonChooses(FxRobot person) throws TimeoutException {
        desk.inKeyFiles(
                People.clerkOf("Ajuntament de Vilaprova", 1), People.clerkOf("Consell Comarcal de l'Exemple", 3));
        open(person);
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#choice-33333333");
        assertThat(signer()).isEqualTo("nobody");
    }

    @Test
    void aFileThatIsNoneSaysSo(FxRobot person) throws TimeoutException {
        desk.refusingKeyFiles(new KeyFileBroken(FILE));
        open(person);
        robot.sees("#key-file-close");
        assertThat(robot.said(".dialog")).contains("The key file was not opened", "KEY-FILE-BROKEN");
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#key-file-close");
    }

    @Test
    void theChooserOpensOneToo(FxRobot person) throws TimeoutException {
        desk.with(People.clerkOf("Ajuntament de Vilaprova", 1), People.clerkOf("Consell Comarcal de l'Exemple", 3))
                .inKeyFiles(People.clerkOf("Consorci Inventat", 5));
        window.outside.choose(FILE);
        person.type(KeyCode.F5);
        robot.sees("#signer");
        person.clickOn("#signer");
        robot.sees("#chooser-cancel");
        person.clickOn("#open-key-file");
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        WindowRobot.waitFor(() -> signer().equals("Marta Inventada Soler"));
        assertThat(robot.seesNow(".dialog")).isFalse();
    }
}
