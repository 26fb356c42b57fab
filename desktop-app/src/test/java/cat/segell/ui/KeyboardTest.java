// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.credential.PinUse;
import cat.segell.problem.DocumentProblem;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import cat.segell.ui.run.BatchModel.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The window without a mouse. */
class KeyboardTest extends AtPlayedWindow {

    private static final Path ENCRYPTED = Path.of("/d/b.pdf");

    KeyboardTest() {
        super(Language.EN);
        desk.refusing(ENCRYPTED.toString(), new DocumentProblem.DocumentEncrypted(ENCRYPTED));
    }

    private void list(FxRobot person, String... files) throws TimeoutException {
        person.interact(() -> {
            window.add(files);
            window.shell.focusScreen();
        });
        robot.sees("#documents");
        person.interact(() -> window.shell.root().lookup("#documents").requestFocus());
    }

    private List<String> names() {
        return window.model.documents().rows().stream().map(row -> row.name()).toList();
    }

    @Test
    void deleteTakesTheSelectedDocumentsOffTheList(FxRobot person) throws TimeoutException {
        list(person, "/d/a.pdf", "/d/c.pdf", "/d/e.pdf");
        person.type(KeyCode.HOME);
        robot.keys(KeyCode.SHIFT, KeyCode.DOWN);
        person.type(KeyCode.DELETE);
        WindowRobot.waitFor(() -> names().equals(List.of("e.pdf")));
    }

    @Test
    void shiftF10ShowsWhatCanBeDoneWithARow(FxRobot person) throws TimeoutException {
        list(person, "/d/a.pdf", "/d/c.pdf");
        person.type(KeyCode.HOME);
        robot.keys(KeyCode.SHIFT, KeyCode.F10);
        robot.sees("#menu-row-folder");
        person.type(KeyCode.ENTER);
        WindowRobot.waitFor(() -> window.outside.revealed().equals(List.of(Path.of("/d/a.pdf"))));
    }

    @Test
    void controlCCopiesTheRow(FxRobot person) throws TimeoutException {
        list(person, "/d/a.pdf", "/d/c.pdf");
        person.type(KeyCode.END);
        robot.keys(KeyCode.CONTROL, KeyCode.C);
        assertThat(window.outside.copied()).isEqualTo(Path.of("/d/c.pdf").toString());
    }

    @Test
    void controlCCopiesTheProblemWithoutTheDocumentsName(FxRobot person) throws TimeoutException {
        list(person, "/d/a.pdf", ENCRYPTED.toString());
        person.type(KeyCode.END);
        robot.sees("#problem");
        robot.keys(KeyCode.CONTROL, KeyCode.C);
        assertThat(window.outside.copied())
                .startsWith("DOCUMENT-ENCRYPTED")
                .contains("Segell ")
                .doesNotContain("b.pdf");
    }

    @Test
    void f5LooksForCardsAgain(FxRobot person) throws TimeoutException {
        robot.sees("#no-signer");
        desk.with(People.clerk());
        person.type(KeyCode.F5);
        WindowRobot.waitFor(() -> window.model.signers().chosen().get().isPresent());
    }

    @Test
    void f6GoesThroughThePartsAndBack(FxRobot person) throws TimeoutException {
        desk.with(People.clerk());
        person.type(KeyCode.F5);
        list(person, "/d/a.pdf");
        assertThat(focusGoes(person, 5)).containsExactly("options", "action-bar", "rail", "sign", "options");
        robot.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(part()).isEqualTo("sign");
    }

    private List<String> focusGoes(FxRobot person, int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> {
                    person.type(KeyCode.F6);
                    return part();
                })
                .toList();
    }

    /** The named part of the window in which the keyboard is. */
    private String part() {
        Node owner = window.stage.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (List.of("rail", "options", "action-bar", "sign").contains(String.valueOf(at.getId()))) {
                return at.getId();
            }
        }
        return "none";
    }

    @Test
    void escapeAsksBeforeItStopsABatch(FxRobot person) throws TimeoutException {
        CountDownLatch work = signing(person, "/d/a.pdf", "/d/c.pdf");

        person.type(KeyCode.ESCAPE);
        robot.sees("#stop-yes");
        person.type(KeyCode.ESCAPE);
        robot.nolongerSees("#stop-yes");
        assertThat(window.model.batch().stopping().get())
                .as("Esc in the question means no")
                .isFalse();

        person.type(KeyCode.ESCAPE);
        robot.sees("#stop-yes");
        person.type(KeyCode.ENTER);
        assertThat(window.model.batch().stopping().get()).isTrue();
        work.countDown();
        robot.sees("#result");
        assertThat(window.model.documents().signable())
                .extracting(row -> row.name())
                .containsExactly("c.pdf");
    }

    @Test
    void theQuestionGoesAwayWithTheBatch(FxRobot person) throws TimeoutException {
        CountDownLatch work = signing(person, "/d/a.pdf");
        for (KeyCode key : List.of(KeyCode.O, KeyCode.V)) {
            robot.keys(KeyCode.CONTROL, key);
            assertThat(robot.words("#notice")).startsWith("Documents are being signed.");
            person.type(KeyCode.ESCAPE);
            robot.nolongerSees("#notice");
        }
        person.type(KeyCode.ESCAPE);
        robot.sees("#stop-yes");
        work.countDown();
        robot.nolongerSees("#stop-yes");
        assertThat(window.model.batch().phase().get()).isEqualTo(Phase.DONE);
    }

    @Test
    void theKeyboardIsAtTheResultOnceItIsThere(FxRobot person) throws TimeoutException {
        desk.with(People.clerk());
        person.type(KeyCode.F5);
        list(person, "/d/a.pdf");
        robot.keys(KeyCode.CONTROL, KeyCode.ENTER);
        enterThePin(person);
        WindowRobot.waitFor(() -> robot.hasFocus("#results"));
        person.type(KeyCode.DOWN);
        robot.keys(KeyCode.CONTROL, KeyCode.C);
        assertThat(window.outside.copied()).isEqualTo(Path.of("/d/a-signed.pdf").toString());
    }

    @Test
    void pastingNothingLeavesTheResultAsItIs(FxRobot person) throws TimeoutException {
        desk.with(People.clerk());
        person.type(KeyCode.F5);
        list(person, "/d/a.pdf");
        robot.keys(KeyCode.CONTROL, KeyCode.ENTER);
        enterThePin(person);
        robot.keys(KeyCode.CONTROL, KeyCode.V);
        assertThat(robot.words("#notice")).startsWith("There are no files to paste.");
        person.type(KeyCode.ENTER);
        robot.nolongerSees("#notice");
        assertThat(window.model.batch().phase().get()).isEqualTo(Phase.DONE);
        assertThat(robot.seesNow("#result")).isTrue();
        assertThat(names()).containsExactly("a.pdf");
        window.outside.choose(Path.of("/d/c.pdf"));
        robot.keys(KeyCode.CONTROL, KeyCode.V);
        WindowRobot.waitFor(() -> names().equals(List.of("c.pdf")));
    }

    @Test
    void whileItSignsItSaysWhatTheCardToldOnlyWithItsPin(FxRobot person) throws TimeoutException {
        desk.wantingLate(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        CountDownLatch work = signing(person, "/d/a.pdf", "/d/c.pdf");
        robot.sees("#progress-pin-use");
        assertThat(robot.words("#progress-pin-use"))
                .isEqualTo("This card wants its PIN for each document. One entry serves all 2 documents.");
        work.countDown();
        robot.sees("#result");
    }

    @Test
    void ofACardThatWantsItsPinOnceNothingIsSaid(FxRobot person) throws TimeoutException {
        CountDownLatch work = signing(person, "/d/a.pdf", "/d/c.pdf");
        assertThat(robot.seesNow("#progress-pin-use")).isFalse();
        work.countDown();
        robot.sees("#result");
    }

    /** Lets the clerk sign these, and the first one take as long as the latch is closed. */
    private CountDownLatch signing(FxRobot person, String... documents) throws TimeoutException {
        desk.with(People.clerk());
        person.type(KeyCode.F5);
        CountDownLatch work = new CountDownLatch(1);
        desk.pace(_ -> await(work));
        list(person, documents);
        WindowRobot.waitFor(() -> window.model.documents().signable().size() == documents.length);
        robot.keys(KeyCode.CONTROL, KeyCode.ENTER);
        robot.sees("#pin");
        person.write("1234").type(KeyCode.ENTER);
        robot.sees("#progress");
        return work;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void f1ListsTheKeys(FxRobot person) throws TimeoutException {
        person.type(KeyCode.F1);
        robot.sees("#help-close");
        assertThat(person.lookup(".keys .code").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactlyInAnyOrder(
                        "Ctrl+O", "Ctrl+V", "Ctrl+Enter", "Ctrl+C", "Shift+F10", "Delete", "F5", "F6", "Esc", "F1");
        person.type(KeyCode.ESCAPE);
        robot.nolongerSees("#help-close");
    }

    @Test
    void controlOAndControlVBringFiles(FxRobot person) throws TimeoutException {
        window.outside.choose(Path.of("/d/a.pdf"));
        robot.keys(KeyCode.CONTROL, KeyCode.O);
        WindowRobot.waitFor(() -> names().equals(List.of("a.pdf")));
        window.outside.choose(Path.of("/d/c.pdf"));
        robot.keys(KeyCode.CONTROL, KeyCode.V);
        WindowRobot.waitFor(() -> names().equals(List.of("a.pdf", "c.pdf")));
    }
}
