// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;
import cat.segell.ui.documents.RowMenu;
import cat.segell.ui.look.Look;
import cat.segell.ui.system.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** What can be done with a row of a batch: open, show in its folder, copy, more; or try again. */
final class RowActions {

    private final Look look;
    private final Outside outside;
    private final Consumer<List<DocumentRow>> retry;
    private final RowMenu menu;

    RowActions(Look look, Outside outside, Consumer<List<DocumentRow>> retry) {
        this.look = look;
        this.outside = outside;
        this.retry = retry;
        this.menu = new RowMenu(look, outside, this::ownItems);
    }

    RowMenu menu() {
        return menu;
    }

    private List<MenuItem> ownItems(List<DocumentRow> rows) {
        List<MenuItem> items = new ArrayList<>();
        add(items, "row-retry", rows.stream().filter(RowActions::failed).toList());
        add(
                items,
                "row-sign-anyway",
                rows.stream().filter(RowActions::signedBefore).toList());
        return items;
    }

    private void add(List<MenuItem> items, String key, List<DocumentRow> rows) {
        if (!rows.isEmpty()) {
            items.add(RowMenu.item(look, key, () -> retry.accept(rows)));
        }
    }

    private static boolean signedBefore(DocumentRow row) {
        return row.state().get() instanceof DocumentState.Skipped skipped
                && skipped.why().isPresent();
    }

    private static boolean failed(DocumentRow row) {
        return row.state().get() instanceof DocumentState.Failed;
    }

    /** @param compact in little room all stands in the menu */
    Node of(DocumentRow row, boolean compact) {
        HBox actions = new HBox(look.px(2));
        actions.setAlignment(Pos.CENTER_RIGHT);
        if (!compact && failed(row)) {
            Button again = look.button("row-retry", look.texts().text("row.retry"), "small");
            again.setAccessibleText(look.texts().text("row.retry") + ", " + row.name());
            again.setOnAction(_ -> retry.accept(List.of(row)));
            actions.getChildren().add(again);
        }
        if (!compact) {
            row.output()
                    .ifPresent(output -> actions.getChildren()
                            .addAll(
                                    button("open", "mdomz-open_in_new", row, () -> outside.open(output)),
                                    button("folder", "mdoal-folder_open", row, () -> outside.reveal(output)),
                                    button("copy", "mdoal-content_copy", row, () -> outside.copy(output.toString()))));
        }
        if (row.output().isPresent() || row.problem().isPresent()) {
            Button more = button("more", "mdomz-more_horiz", row, () -> {});
            more.setOnAction(_ -> menu.show(more, row));
            actions.getChildren().add(more);
        }
        return actions;
    }

    private Button button(String what, String icon, DocumentRow row, Runnable action) {
        String words = look.texts().text("row." + what);
        Button button = look.iconButton("row-" + what, icon, words);
        button.setAccessibleText(words + ", " + row.resultName());
        button.setOnAction(_ -> action.run());
        return button;
    }
}
