// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Bag;
import cat.segell.ui.Look;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of documents to sign. */
final class DocumentsPane {

    private final SignView parent;
    private final Look look;
    private final ListView<DocumentRow> list = new ListView<>();
    private final VBox node;

    DocumentsPane(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        DocumentsModel documents = parent.model().documents();
        list.setId("documents");
        list.getStyleClass().add("documents");
        list.setAccessibleText(look.texts().text("documents.list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setItems(documents.rows());
        list.setCellFactory(_ -> new DocumentCell(look, row -> documents.remove(List.of(row))));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                documents.remove(List.copyOf(list.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(head(documents, bag), list);
    }

    Node node() {
        return node;
    }

    private Node head(DocumentsModel documents, Bag bag) {
        Label count = new Label();
        count.setId("document-count");
        count.getStyleClass().add("section");
        bag.onChange(
                documents.rows(),
                () -> count.setText(
                        look.texts().text("documents", "count", documents.rows().size())));
        // In little room the tab says it already.
        bag.on(parent.frame().compact(), compact -> count.setVisible(!compact));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = look.button("add-files", look.texts().text("open"), "link");
        add.setGraphic(look.icon("mdoal-add", 18));
        add.setOnAction(_ -> parent.openFiles());
        Button clear = look.button("clear-list", look.texts().text("documents.clear"), "link");
        clear.setOnAction(_ -> documents.clear());
        HBox head = new HBox(count, space, add, clear);
        head.getStyleClass().add("list-head");
        return head;
    }
}
