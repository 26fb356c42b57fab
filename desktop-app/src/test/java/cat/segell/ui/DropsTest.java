// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Files dragged with the mouse over the window and dropped on it. */
class DropsTest extends AtPlayedWindow {

    private Label fileManager;

    DropsTest() {
        super(Language.CA);
        desk.with(People.clerk());
    }

    @BeforeEach
    void putAFileManagerIntoTheCorner(FxRobot person) {
        fileManager = new Label("files");
        person.interact(() -> {
            StackPane.setAlignment(fileManager, Pos.TOP_LEFT);
            window.shell.root().getChildren().add(fileManager);
        });
    }

    /** From now on, dragging starts with these in hand. */
    private void inHand(String... files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(files).stream().map(File::new).toList());
        hold(content);
    }

    private void hold(ClipboardContent content) {
        fileManager.setOnDragDetected(event -> {
            fileManager.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
    }

    @Test
    void takesFilesAndFoldersWhereverTheyAreDropped(FxRobot person) throws TimeoutException {
        inHand("/d/a.pdf", "/d/folder");
        person.drag(fileManager).moveTo("#nav-settings");
        robot.sees("#drop-hint");
        assertThat(robot.words("#drop-words")).isEqualTo("Deixi’ls anar: 2 fitxers");
        assertThat(person.lookup("#drop-hint").query().getStyleClass()).containsExactly("drop-over");
        person.drop();
        robot.sees("#document-count");
        robot.nolongerSees("#drop-hint");
        assertThat(window.model.documents().rows())
                .extracting(row -> row.found().document().input())
                .containsExactly(Path.of("/d/a.pdf"), Path.of("/d/folder"));
    }

    @Test
    void refusesWhatIsNoFileAndSaysWhatIs(FxRobot person) throws TimeoutException {
        ClipboardContent text = new ClipboardContent();
        text.putString("only words");
        hold(text);
        person.drag(fileManager).moveTo("#drop-zone");
        refusal(person, "Aquí només s’hi poden deixar fitxers i carpetes.");
    }

    @Test
    void refusesWhileADialogIsOpen(FxRobot person) throws TimeoutException {
        robot.keys(KeyCode.F1);
        robot.sees("#help-close");
        inHand("/d/a.pdf");
        person.interact(fileManager::toFront);
        person.drag(fileManager).moveTo("#help-close");
        refusal(person, "Tanqui abans el diàleg que hi ha obert.");
    }

    @Test
    void refusesWhatWouldPutUnsignedDocumentsOutOfSight(FxRobot person) throws TimeoutException {
        desk.failing("/d/b.pdf", new DocumentProblem.DocumentChanged(Path.of("/d/b.pdf")));
        sign(person, "/d/a.pdf", "/d/b.pdf");
        inHand("/d/c.pdf");
        person.drag(fileManager).moveTo("#results");
        refusal(person, "Encara hi ha documents sense signar. Torni a la llista per afegir-ne més.");
    }

    @Test
    void startsAnewWithWhatIsDroppedOnACompleteResult(FxRobot person) throws TimeoutException {
        sign(person, "/d/a.pdf");
        inHand("/d/c.pdf");
        person.drag(fileManager).moveTo("#results");
        robot.sees("#drop-hint");
        person.drop();
        robot.sees("#document-count");
        assertThat(window.model.documents().rows())
                .extracting(row -> row.found().document().input())
                .containsExactly(Path.of("/d/c.pdf"));
    }

    private void sign(FxRobot person, String... files) throws TimeoutException {
        person.interact(() -> window.add(files));
        person.interact(window.model::start);
        enterThePin(person);
    }

    private void refusal(FxRobot person, String words) throws TimeoutException {
        robot.sees("#drop-hint");
        assertThat(robot.words("#drop-words")).isEqualTo(words);
        assertThat(person.lookup("#drop-hint").query().getStyleClass()).containsExactly("drop-refused");
        person.drop();
        robot.nolongerSees("#drop-hint");
    }
}
