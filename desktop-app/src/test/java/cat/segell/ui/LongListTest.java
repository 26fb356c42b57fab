// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.DocumentProblem;
import cat.segell.text.Language;
import cat.segell.ui.desk.People;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every document of a long list is reached. */
class LongListTest extends AtPlayedWindow {

    private static final String REFUSED = "/documents/000.pdf";

    LongListTest() {
        super(Language.CA);
    }

    @Test
    void whereAProblemWasShownRowsCanBeChosen(FxRobot person) throws TimeoutException {
        desk.with(People.clerk()).refusing(REFUSED, new DocumentProblem.DocumentEmpty(Path.of(REFUSED)));
        person.interact(() -> {
            window.model.signers().look();
            window.add(REFUSED);
            window.add(IntStream.rangeClosed(1, 30)
                    .mapToObj("/documents/%03d.pdf"::formatted)
                    .toArray(String[]::new));
        });
        robot.sees("#problem");
        ListView<?> list = person.lookup("#documents").query();
        person.interact(() -> list.getSelectionModel().clearAndSelect(1));
        robot.nolongerSees("#problem");
        IndexedCell<?> low = list.lookupAll(".list-cell:filled").stream()
                .filter(cell ->
                        list.localToScene(list.getLayoutBounds()).contains(cell.localToScene(cell.getLayoutBounds())))
                .<IndexedCell<?>>map(cell -> (IndexedCell<?>) cell)
                .max(Comparator.comparingInt(cell -> cell.getIndex()))
                .orElseThrow();
        person.clickOn(low);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(low.getIndex());
    }

    @Test
    void everyDocumentIsNamedBeforeThePin(FxRobot person) throws TimeoutException {
        desk.with(People.clerk());
        person.interact(() -> {
            window.model.signers().look();
            window.add(IntStream.rangeClosed(1, 30)
                    .mapToObj("/documents/%03d.pdf"::formatted)
                    .toArray(String[]::new));
        });
        person.clickOn("#sign-button");
        robot.sees("#pin-list");
        person.clickOn("#pin-list");
        ListView<?> list = person.lookup("#pin-documents").query();
        assertThat(list.getItems()).hasSize(30);
        person.clickOn(list).type(KeyCode.END);
        robot.sees("#pin-documents .list-cell:selected");
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(29);
    }
}
