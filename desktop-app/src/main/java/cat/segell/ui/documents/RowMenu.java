// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.ProblemCopy;
import cat.segell.ui.system.Outside;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with rows, for the right button, Shift+F10 and "more"; and Ctrl+C, which copies a row or its problem. */
public final class RowMenu {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final Look look;
    private final Outside outside;
    private final Function<List<DocumentRow>, List<MenuItem>> own;
    private Optional<ContextMenu> menu = Optional.empty();

    /** @param own what this list offers beside */
    public RowMenu(Look look, Outside outside, Function<List<DocumentRow>, List<MenuItem>> own) {
        this.look = look;
        this.outside = outside;
        this.own = own;
    }

    /** A menu has a scene of its own, which only the window's thread may make: not before it is wanted. */
    private ContextMenu menu() {
        ContextMenu made = menu.orElseGet(ContextMenu::new);
        made.setId("row-menu");
        menu = Optional.of(made);
        return made;
    }

    /** @param rowStyle class of the control's rows: by the keyboard the menu opens at the selected one */
    public void attach(Control control, ObservableList<DocumentRow> selected, String rowStyle) {
        control.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!selected.isEmpty()) {
                fill(selected);
                menu().show(control, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!selected.isEmpty() && COPY.match(event)) {
                copy(selected);
                event.consume();
            } else if (!selected.isEmpty() && MENU.match(event)) {
                fill(selected);
                showAt(control, rowStyle);
                event.consume();
            }
        });
    }

    /** For a button of one row. */
    public void show(Node beside, DocumentRow row) {
        fill(List.of(row));
        menu().show(beside, Side.BOTTOM, 0, 0);
    }

    private void showAt(Control control, String rowStyle) {
        Node row = control.lookupAll("." + rowStyle + ":selected").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElse(control);
        Bounds place = row.localToScreen(row.getLayoutBounds());
        menu().show(control, place.getMinX() + look.px(40), place.getMaxY());
    }

    private void fill(List<DocumentRow> chosen) {
        List<DocumentRow> rows = List.copyOf(chosen);
        List<MenuItem> items = new ArrayList<>();
        if (rows.size() == 1) {
            DocumentRow row = rows.getFirst();
            row.output().ifPresent(output -> items.add(item(look, "row-open", () -> outside.open(output))));
            items.add(item(look, "row-folder", () -> outside.reveal(file(row))));
        }
        boolean problem = rows.stream().anyMatch(row -> row.problem().isPresent());
        MenuItem copy = item(look, problem ? "row-copy-problem" : "row-copy", () -> copy(rows));
        copy.setAccelerator(COPY);
        items.add(copy);
        items.addAll(own.apply(rows));
        menu().getItems().setAll(items);
    }

    public static MenuItem item(Look look, String id, Runnable action) {
        MenuItem item = new MenuItem(look.texts().text(id.replaceFirst("-", ".")));
        item.setId("menu-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy(List<DocumentRow> rows) {
        outside.copy(rows.stream().map(this::text).collect(Collectors.joining("\n")));
    }

    private String text(DocumentRow row) {
        return row.problem()
                .map(problem -> ProblemCopy.of(problem, look.language(), Instant.now()))
                .orElseGet(() -> file(row).toString());
    }

    private static Path file(DocumentRow row) {
        return row.output().orElse(row.found().document().input());
    }
}
