// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.credential.Credential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.ui.desk.SignDesk;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A person at the real window, with the real parts behind it and no display. */
class WindowTest extends AtRealWindow {

    @Override
    SignDesk desk(Start start) {
        return Window.desk(start, new Wiring(start));
    }

    @Test
    void fitsASmallScreen(FxRobot person) {
        Rectangle2D small = new Rectangle2D(0, 0, 1024, 700);
        person.interact(() -> Window.fit(stage, small));
        assertThat(small.contains(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                .isTrue();
        assertThat(stage.getMinWidth()).isLessThanOrEqualTo(1024);
        assertThat(stage.getMinHeight()).isLessThanOrEqualTo(700);
    }

    /** Enters wrong PINs until the next one would lock the card. */
    private void enterWrongPinsUpToTheLastTry(FxRobot person) throws TimeoutException {
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("9999").type(KeyCode.ENTER);
        robot.sees("#pin-wrong");
        person.write("8888").type(KeyCode.ENTER);
        robot.sees("#pin-consent");
    }

    @Test
    void signsWithThePracticeCardAfterAWrongPin(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Decret 2026-0412.pdf"), 2);
        byte[] before = Files.readAllBytes(document);

        copyInFileManagerAndPaste(person, document);
        assertThat(robot.words("#document-count")).isEqualTo("1 document");

        practise(person);
        assertThat(stage.getTitle()).isEqualTo("Pràctiques: Segell");
        ComboBox<SignatureLevel> levels = person.lookup("#level").queryComboBox();
        assertThat(levels.getValue()).as("no authority is set").isEqualTo(SignatureLevel.B);
        person.interact(() -> levels.setValue(SignatureLevel.T));

        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("9999").type(KeyCode.ENTER);
        robot.sees("#pin-wrong");
        assertThat(robot.words("#pin-wrong")).isEqualTo("El PIN no és correcte. La signatura no s’ha fet.");
        assertThat(person.lookup("#pin").<Node>query().isFocused())
                .as("the keyboard stays in the field")
                .isTrue();

        person.write("1234");
        person.clickOn("#pin-sign");
        robot.sees("#result");

        Path signed = folder.resolve("Decret 2026-0412-signed.pdf");
        ValidationReport report = report(signed);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.practice()).isTrue();
        assertThat(report.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.level()).contains("T");
            assertThat(signature.timestamped()).isTrue();
        });
        assertThat(Files.readAllBytes(document)).as("the original").isEqualTo(before);

        person.clickOn("#open-folder");
        WindowRobot.waitFor(() -> opened.equals(List.of(folder)));
    }

    @Test
    void sendsThePersonToTheReadersKeys(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Credential card = new Wiring(start)
                .practiceCard()
                .find(KeyReference.parse("practice:pin-pad"), _ -> {
                    throw new AssertionError("certificates are public");
                })
                .getFirst();
        Path document = TestPdf.pages(folder.resolve("Acta.pdf"), 1);
        copyInFileManagerAndPaste(person, document);
        robot.sees("#use-practice");
        person.clickOn("#sign-button");
        robot.sees("#use-practice");
        person.clickOn("#use-practice");
        robot.sees("#signer");
        person.clickOn("#signer");
        String choice = "#choice-" + card.id().certificateSha256().substring(0, 8);
        robot.sees(choice);
        person.clickOn(choice);
        person.clickOn("#chooser-continue");

        person.clickOn("#sign-button");
        robot.sees("#pad-words");
        assertThat(person.lookup("#pin").tryQuery()).isEmpty();
        assertThat(person.lookup("#pin-forgotten").tryQuery())
                .as("the way of the issuer that the card only imitates")
                .isEmpty();
        robot.sees("#result");
        assertThat(person.lookup("#pad-words").tryQuery()).isEmpty();
        assertThat(report(folder.resolve("Acta-signed.pdf")).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void sendsOnTheLastTryWhatWasTypedLast(FxRobot person) throws IOException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Acta.pdf"), 1);
        copyInFileManagerAndPaste(person, document);
        practise(person);
        enterWrongPinsUpToTheLastTry(person);

        person.write("7777").type(KeyCode.ENTER);
        assertThat(person.lookup("#pin-unticked").<Node>query().isVisible())
                .as("why it isn't sent")
                .isTrue();
        assertThat(robot.hasFocus("#pin-consent")).isTrue();
        person.clickOn("#pin-consent");
        person.clickOn("#pin");
        assertThat(robot.hasFocus("#pin")).as("a click leads back").isTrue();
        person.clickOn("#pin-hint");
        assertThat(robot.hasFocus("#pin"))
                .as("a click beside it changes nothing")
                .isTrue();

        person.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        person.write("12");
        person.clickOn("#pin-consent").clickOn("#pin-consent");
        person.write("34").type(KeyCode.ENTER);
        robot.sees("#result");
        assertThat(folder.resolve("Acta-signed.pdf")).exists();
    }

    @Test
    void givesTheLockedPracticeCardItsTriesBack(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Edicte.pdf"), 1);
        copyInFileManagerAndPaste(person, document);
        practise(person);
        enterWrongPinsUpToTheLastTry(person);
        person.clickOn("#pin-consent");
        person.write("7777").type(KeyCode.ENTER);
        robot.sees("#practice-unlock");
        assertThat(folder.resolve("Edicte-signed.pdf")).doesNotExist();

        person.clickOn("#practice-unlock");
        robot.nolongerSees("#practice-unlock");
        person.clickOn("#sign-button");
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#result");
        assertThat(report(folder.resolve("Edicte-signed.pdf")).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void saysOfASignedDocumentThatItIs(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.certifiedForForms(
                folder.resolve("Conveni.pdf"), TestPki.create().signer(KeyKind.P256));
        copyInFileManagerAndPaste(person, document);
        assertThat(person.lookup("#documents .caption").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anySatisfy(text -> assertThat(text).isEqualTo("Ja té 1 signatura: s’hi afegeix"));
    }

    private ValidationReport report(Path signed) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("check"));
                DocumentFile file = DocumentFile.read(signed, work)) {
            return new DssValidator().validate(file, new Wiring(start).anchors(List.of(), true));
        }
    }
}
