// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.documents.DocumentState;
import cat.segell.ui.documents.DocumentWords;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.FileName;
import cat.segell.ui.system.Outside;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.control.skin.TableViewSkin;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The documents of a batch with their state, what there is to say of it, and what can be done. */
public final class ResultTable {

    /** Every column's; the actions need it for their buttons. */
    private static final double MIN_WIDTH = 138;

    private static final double ACTIONS = 160;

    /** Of the actions in little room: one button. */
    private static final double ONE_BUTTON = 52;

    private final Look look;
    private final DocumentWords words;
    private final TableView<DocumentRow> table = new TableView<>();
    private boolean compact;

    public ResultTable(Look look, Outside outside, Consumer<List<DocumentRow>> retry) {
        this.look = look;
        this.words = new DocumentWords(look);
        RowActions actions = new RowActions(look, outside, retry);
        table.setId("results");
        table.getStyleClass().add("results");
        table.setAccessibleText(look.texts().text("documents.list"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(look.px(48));
        table.setMinHeight(look.px(48 * 4));
        table.setRowFactory(_ -> new CurrentRow());
        actions.menu().attach(table, table.getSelectionModel().getSelectedItems(), "table-row-cell");
        table.getColumns()
                .setAll(List.of(
                        column("document", 250, (cell, row) -> cell.setGraphic(name(row))),
                        column(
                                "state",
                                180,
                                (cell, row) -> cell.setGraphic(
                                        words.result(row.state().get()).tag(look))),
                        column("detail", 185, (cell, row) -> cell.setGraphic(detail(row))),
                        column("actions", ACTIONS, (cell, row) -> {
                            cell.getStyleClass().add("actions");
                            cell.setGraphic(actions.of(row, compact));
                        })));
    }

    public Node node() {
        return table;
    }

    /**
     * For a table that is never shown, away from the window's thread: whatever the first one needs is loaded and linked by
     * then. On the window's thread that takes longer than anything else there.
     */
    public void rehearse() {
        table.setSkin(new TableViewSkin<>(table));
        TableRow<DocumentRow> row = table.getRowFactory().call(table);
        row.setSkin(new TableRowSkin<>(row));
        table.getColumns().forEach(ResultTable::rehearse);
    }

    private static <T> void rehearse(TableColumn<DocumentRow, T> column) {
        TableCell<DocumentRow, T> cell = column.getCellFactory().call(column);
        cell.setSkin(new TableCellSkin<>(cell));
    }

    /** In little room the panel below tells what the column would. */
    public void compact(boolean compact) {
        this.compact = compact;
        table.getColumns().get(2).setVisible(!compact);
        TableColumn<DocumentRow, ?> actions = table.getColumns().get(3);
        actions.setMinWidth(look.px(compact ? ONE_BUTTON : ACTIONS));
        actions.setPrefWidth(actions.getMinWidth());
        actions.setMaxWidth(actions.getMinWidth());
        actions.setText(compact ? "" : look.texts().text("column.actions"));
        table.refresh();
    }

    public ObservableValue<DocumentRow> selected() {
        return table.getSelectionModel().selectedItemProperty();
    }

    public void show(List<DocumentRow> rows) {
        if (!table.getItems().equals(rows)) {
            table.getItems().setAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).state().get() instanceof DocumentState.Signing) {
                table.scrollTo(Math.max(0, i - 3));
            }
        }
    }

    public void selectFirstFailed() {
        table.getSelectionModel().clearSelection();
        table.getItems().stream()
                .filter(row -> row.problem().isPresent())
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
        table.scrollTo(0);
    }

    private Node name(DocumentRow row) {
        FileName name = new FileName("fact", "medium");
        name.set(row.resultName());
        return name;
    }

    private Node detail(DocumentRow row) {
        Label detail = look.label(words.detail(row.state().get()), "fact", "second");
        detail.setMinHeight(0);
        return detail;
    }

    private TableColumn<DocumentRow, DocumentState> column(
            String key, double width, BiConsumer<TableCell<?, ?>, DocumentRow> show) {
        TableColumn<DocumentRow, DocumentState> column =
                new TableColumn<>(look.texts().text("column." + key));
        column.setId("column-" + key);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(look.px(width));
        column.setMinWidth(look.px(Math.min(width, MIN_WIDTH)));
        column.setCellValueFactory(cell -> cell.getValue().state());
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable DocumentState state, boolean empty) {
                super.updateItem(state, empty);
                setGraphic(null);
                DocumentRow row = getTableRow() == null ? null : getTableRow().getItem();
                if (!empty && row != null) {
                    show.accept(this, row);
                }
            }
        });
        return column;
    }

    /** The row in work is marked. */
    private static final class CurrentRow extends TableRow<DocumentRow> {

        private Subscription state = Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable DocumentRow row, boolean empty) {
            super.updateItem(row, empty);
            state.unsubscribe();
            state = Subscription.EMPTY;
            getStyleClass().remove("current");
            if (row != null && !empty) {
                state = row.state().subscribe(now -> {
                    getStyleClass().remove("current");
                    if (now instanceof DocumentState.Signing) {
                        getStyleClass().add("current");
                    }
                });
            }
        }
    }
}
