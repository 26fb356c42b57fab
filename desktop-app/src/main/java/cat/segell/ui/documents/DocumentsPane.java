// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Margin;
import cat.segell.ui.parts.ProblemPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of documents to sign, and below it what there is to say of the selected one. */
public final class DocumentsPane {

    /** Rows that stay in sight however much is said below. */
    private static final double ROWS = 2;

    private static final double ROW = 46;

    /** The style sheet's room below the last row, and what is lost where sizes become whole pixels. */
    private static final double BELOW = 10;

    private final Look look;
    private final Frame frame;
    private final Runnable openFiles;
    private final DocumentsModel documents;
    private final ListView<DocumentRow> list = new ListView<>();
    private final Margin said = new Margin();
    private final Region node;

    public DocumentsPane(DocumentsModel documents, Look look, Frame frame, Runnable openFiles, Bag bag) {
        this.documents = documents;
        this.look = look;
        this.frame = frame;
        this.openFiles = openFiles;
        list.setId("documents");
        list.getStyleClass().add("documents");
        list.setAccessibleText(look.texts().text("documents.list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setItems(documents.rows());
        list.setCellFactory(_ -> new DocumentCell(
                look, found -> documents.fields().get().apply(found), row -> documents.remove(List.of(row))));
        list.setMinHeight(look.px(ROW * ROWS + BELOW));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                documents.remove(List.copyOf(selected()));
                event.consume();
            }
        });
        new RowMenu(look, frame.outside(), this::ownItems).attach(list, selected(), "list-cell");
        said.getStyleClass().add("said");
        bag.on(list.getSelectionModel().selectedItemProperty(), row -> say(Optional.ofNullable(row)));
        bag.afterChange(documents.rows(), this::explainFirst);
        bag.on(documents.fields(), _ -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        node = look.page(new VBox(head(bag), list, said));
    }

    public Node node() {
        return node;
    }

    private ObservableList<DocumentRow> selected() {
        return list.getSelectionModel().getSelectedItems();
    }

    /** What won't be signed explains itself; never over what the person has selected. */
    private void explainFirst() {
        if (list.getSelectionModel().isEmpty()) {
            documents.rows().stream()
                    .filter(row -> row.problem().isPresent())
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void say(Optional<DocumentRow> row) {
        Optional<Node> words = row.filter(DocumentsPane::leftAlone)
                .map(this::leftAloneWords)
                .or(() -> row.flatMap(DocumentRow::problem).map(problem -> new ProblemPanel(problem, frame)));
        said.show(words);
    }

    private static boolean leftAlone(DocumentRow row) {
        return row.state().get() instanceof DocumentState.Skipped;
    }

    private Node leftAloneWords(DocumentRow row) {
        Button sign = look.button("sign-anyway", look.texts().text("row.sign-anyway"), "small");
        sign.setOnAction(_ -> documents.signAnyway(row));
        if (row.problem().isPresent()) {
            return new ProblemPanel(row.problem().get(), frame, sign).care();
        }
        VBox box = new VBox(look.px(8), look.label(look.texts().text("skipped.words")), sign);
        box.getStyleClass().add("card");
        return box;
    }

    private List<MenuItem> ownItems(List<DocumentRow> rows) {
        List<MenuItem> items = new ArrayList<>();
        if (rows.size() == 1 && leftAlone(rows.getFirst())) {
            items.add(RowMenu.item(look, "row-sign-anyway", () -> documents.signAnyway(rows.getFirst())));
        }
        MenuItem remove = RowMenu.item(look, "documents-remove", () -> documents.remove(rows));
        remove.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
        items.add(remove);
        return items;
    }

    private Node head(Bag bag) {
        Label count = new Label();
        count.setId("document-count");
        count.getStyleClass().add("section");
        bag.onChange(
                documents.rows(),
                () -> count.setText(
                        look.texts().text("documents", "count", documents.rows().size())));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = look.button("add-files", look.texts().text("open"), "link");
        add.setGraphic(look.icon("mdoal-add", 18));
        add.setOnAction(_ -> openFiles.run());
        Button clear = look.button("clear-list", look.texts().text("documents.clear"), "link");
        clear.setOnAction(_ -> documents.clear());
        HBox head = new HBox(count, space, add, clear);
        head.getStyleClass().add("list-head");
        // In little room the line of tabs has the same.
        bag.on(frame.compact(), compact -> {
            head.setVisible(!compact);
            head.setManaged(!compact);
        });
        return head;
    }
}
