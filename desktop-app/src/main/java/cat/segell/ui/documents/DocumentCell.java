// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.documents;

import cat.segell.signature.visible.FieldChoice;
import cat.segell.ui.desk.FoundDocument;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.parts.FileName;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A document of the list: name, facts or what is wrong, state. */
final class DocumentCell extends ListCell<DocumentRow> {

    private final Look look;
    private final DocumentWords words;
    private final Function<FoundDocument, FieldChoice> fields;
    private final FileName name;
    private final Label second = new Label();
    private final StackPane tag = new StackPane();
    private final HBox row;
    private Subscription state = Subscription.EMPTY;

    DocumentCell(Look look, Function<FoundDocument, FieldChoice> fields, Consumer<DocumentRow> remove) {
        this.look = look;
        this.fields = fields;
        this.words = new DocumentWords(look);
        this.name = new FileName("fact", "medium");
        FontIcon file = look.icon("mdomz-picture_as_pdf", 20);
        file.getStyleClass().add("file-icon");
        VBox lines = new VBox(name, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button off =
                look.iconButton("remove-document", "mdoal-close", look.texts().text("documents.remove"));
        off.setFocusTraversable(false);
        off.setOnAction(_ -> remove.accept(getItem()));
        row = new HBox(look.px(12), file, lines, tag, off);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DocumentRow item, boolean empty) {
        super.updateItem(item, empty);
        state.unsubscribe();
        state = Subscription.EMPTY;
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.set(item.name());
        setGraphic(row);
        state = item.state().subscribe(now -> show(item, now));
    }

    private void show(DocumentRow item, DocumentState now) {
        Marker marker = words.state(now);
        String detail =
                item.problem().map(words::title).orElseGet(() -> words.facts(item.found(), fields.apply(item.found())));
        boolean problem = item.problem().isPresent();
        second.setText(detail);
        second.getStyleClass().setAll("label", "caption", problem ? "danger-text" : "second");
        second.setGraphic(problem ? look.icon("mdoal-error", 14) : null);
        if (second.getGraphic() != null) {
            second.getGraphic().getStyleClass().add("danger-text");
        }
        tag.getChildren().setAll(marker.tag(look));
        setAccessibleText(item.name() + ", " + marker.words() + ", " + detail);
    }
}
