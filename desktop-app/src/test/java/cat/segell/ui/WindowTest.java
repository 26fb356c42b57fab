// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.AppDirs;
import cat.segell.app.Policy;
import cat.segell.app.Preferences;
import cat.segell.app.Settings;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.credential.Credential;
import cat.segell.credential.KeyReference;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the real window, with the real parts behind it and no display. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private static final int PATIENCE = 60;

    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();
    private Start start;
    private Stage stage;

    @BeforeEach
    void openTheWindow() throws ProblemException, TimeoutException {
        start = new Start(
                AppDirs.in(folder.resolve("home")).make(),
                Policy.NONE,
                Settings.NONE,
                Preferences.of(Policy.NONE, Settings.NONE),
                Language.CA);
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> new Window(
                        stage,
                        Window.desk(start, new Wiring(start)),
                        start.preferences(),
                        new Appearance(Language.CA, ThemeChoice.LIGHT, 100),
                        new Background(),
                        new Noted())
                .show(List.of()));
    }

    @AfterEach
    void closeTheWindow() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void signsWithThePracticeCardAfterAWrongPin(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Decret 2026-0412.pdf"), 2);
        byte[] before = Files.readAllBytes(document);

        person.interact(() -> copyInFileManager(document));
        person.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        waitFor(() -> shown(person, "#document-count"));
        assertThat(words(person, "#document-count")).isEqualTo("1 document");

        waitFor(() -> shown(person, "#use-practice"));
        person.clickOn("#use-practice");
        waitFor(() -> person.lookup("#practice-band").<Node>query().isVisible());
        assertThat(stage.getTitle()).isEqualTo("Pràctiques: Segell");

        person.clickOn("#sign-button");
        waitFor(() -> shown(person, "#pin"));
        person.write("9999").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#pin-wrong"));
        assertThat(words(person, "#pin-wrong")).isEqualTo("El PIN no és correcte. No s’ha signat res.");
        assertThat(person.lookup("#pin").<Node>query().isFocused())
                .as("the keyboard stays in the field")
                .isTrue();

        person.write("1234");
        person.clickOn("#pin-sign");
        waitFor(() -> shown(person, "#result"));

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
        waitFor(() -> opened.equals(List.of(folder)));
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
        person.interact(() -> copyInFileManager(document));
        person.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        waitFor(() -> shown(person, "#look-again"));
        person.clickOn("#look-again");
        waitFor(() -> shown(person, "#use-practice"));
        person.clickOn("#use-practice");
        waitFor(() -> shown(person, "#signer"));
        person.clickOn("#signer");
        String choice = "#choice-" + card.id().certificateSha256().substring(0, 8);
        waitFor(() -> shown(person, choice));
        person.clickOn(choice);
        person.clickOn("#chooser-continue");

        person.clickOn("#sign-button");
        waitFor(() -> shown(person, "#pad-words"));
        assertThat(person.lookup("#pin").tryQuery()).isEmpty();
        waitFor(() -> shown(person, "#result"));
        assertThat(person.lookup("#pad-words").tryQuery()).isEmpty();
        assertThat(report(folder.resolve("Acta-signed.pdf")).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void sendsOnTheLastTryWhatWasTypedLast(FxRobot person) throws IOException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Acta.pdf"), 1);
        person.interact(() -> copyInFileManager(document));
        person.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        waitFor(() -> shown(person, "#use-practice"));
        person.clickOn("#use-practice");
        waitFor(() -> person.lookup("#practice-band").<Node>query().isVisible());
        person.clickOn("#sign-button");
        waitFor(() -> shown(person, "#pin"));
        person.write("9999").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#pin-wrong"));
        person.write("8888").type(KeyCode.ENTER);
        waitFor(() -> person.lookup("#pin-consent").<Node>query().isVisible());

        person.write("7777").type(KeyCode.ENTER);
        assertThat(person.lookup("#pin-unticked").<Node>query().isVisible())
                .as("why it isn't sent")
                .isTrue();
        assertThat(focused(person, "#pin-consent")).isTrue();
        person.clickOn("#pin-consent");
        person.clickOn("#pin");
        assertThat(focused(person, "#pin")).as("a click leads back").isTrue();
        person.clickOn("#pin-hint");
        assertThat(focused(person, "#pin"))
                .as("a click beside it changes nothing")
                .isTrue();

        person.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        person.write("12");
        person.clickOn("#pin-consent").clickOn("#pin-consent");
        person.write("34").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#result"));
        assertThat(folder.resolve("Acta-signed.pdf")).exists();
    }

    @Test
    void givesTheLockedPracticeCardItsTriesBack(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.pages(folder.resolve("Edicte.pdf"), 1);
        person.interact(() -> copyInFileManager(document));
        person.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        waitFor(() -> shown(person, "#use-practice"));
        person.clickOn("#use-practice");
        waitFor(() -> person.lookup("#practice-band").<Node>query().isVisible());
        person.clickOn("#sign-button");
        waitFor(() -> shown(person, "#pin"));
        person.write("9999").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#pin-wrong"));
        person.write("8888").type(KeyCode.ENTER);
        waitFor(() -> person.lookup("#pin-consent").<Node>query().isVisible());
        person.clickOn("#pin-consent");
        person.write("7777").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#practice-unlock"));
        assertThat(folder.resolve("Edicte-signed.pdf")).doesNotExist();

        person.clickOn("#practice-unlock");
        waitFor(() -> !shown(person, "#practice-unlock"));
        person.clickOn("#sign-button");
        waitFor(() -> shown(person, "#pin"));
        person.write("1234").type(KeyCode.ENTER);
        waitFor(() -> shown(person, "#result"));
        assertThat(report(folder.resolve("Edicte-signed.pdf")).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void saysOfASignedDocumentThatItIs(FxRobot person) throws IOException, ProblemException, TimeoutException {
        Path document = TestPdf.certifiedForForms(
                folder.resolve("Conveni.pdf"), TestPki.create().signer(KeyKind.P256));
        person.interact(() -> copyInFileManager(document));
        person.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        waitFor(() -> shown(person, "#document-count"));
        assertThat(person.lookup("#documents .caption").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anySatisfy(text -> assertThat(text).isEqualTo("Ja té 1 signatura: s’hi afegeix"));
    }

    private static boolean focused(FxRobot person, String query) {
        return person.lookup(query).<Node>query().isFocused();
    }

    private static void copyInFileManager(Path file) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static boolean shown(FxRobot person, String query) {
        return person.lookup(query).tryQuery().isPresent();
    }

    private static String words(FxRobot person, String query) {
        return person.lookup(query).<Labeled>query().getText();
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ValidationReport report(Path signed) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("check"));
                DocumentFile file = DocumentFile.read(signed, work)) {
            return new DssValidator().validate(file, new Wiring(start).anchors(List.of(), true));
        }
    }

    /** Notes what the system would be asked to open. */
    private final class Noted implements Opener {

        @Override
        public void open(Path file) {
            opened.add(file);
        }

        @Override
        public void reveal(Path file) {
            opened.add(file);
        }
    }
}
