// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Look;
import cat.segell.ui.Outside;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** What can be done with a row: open, show in its folder, copy the path; or try again. */
final class RowActions {

    private final Look look;
    private final Outside outside;
    private final Consumer<DocumentRow> retry;

    RowActions(Look look, Outside outside, Consumer<DocumentRow> retry) {
        this.look = look;
        this.outside = outside;
        this.retry = retry;
    }

    Node of(DocumentRow row) {
        HBox actions = new HBox(look.px(2));
        actions.setAlignment(Pos.CENTER_RIGHT);
        row.output()
                .ifPresent(output -> actions.getChildren()
                        .setAll(
                                button("row-open", "mdomz-open_in_new", "row.open", row, () -> outside.open(output)),
                                button(
                                        "row-folder",
                                        "mdoal-folder_open",
                                        "row.folder",
                                        row,
                                        () -> outside.reveal(output)),
                                button("row-copy", "mdoal-content_copy", "row.copy", row, () -> copy(output))));
        if (row.state().get() instanceof DocumentState.Failed) {
            Button again = look.button("row-retry", look.texts().text("row.retry"), "small");
            again.setAccessibleText(look.texts().text("row.retry") + ", " + row.name());
            again.setOnAction(_ -> retry.accept(row));
            actions.getChildren().setAll(again);
        }
        return actions;
    }

    private void copy(Path output) {
        outside.copy(output.toString());
    }

    private Button button(String id, String icon, String key, DocumentRow row, Runnable action) {
        Button button = look.iconButton(id, icon, look.texts().text(key));
        button.setAccessibleText(look.texts().text(key) + ", " + row.resultName());
        button.setOnAction(_ -> action.run());
        return button;
    }
}
