// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.io.File;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Files dropped anywhere on the window. */
final class Drops {

    private final StackPane root;
    private final Screen screen;
    private final Overlay overlay;
    private final Appearance appearance;
    private final HBox hint = new HBox();

    Drops(StackPane root, Screen screen, Overlay overlay, Appearance appearance) {
        this.root = root;
        this.screen = screen;
        this.overlay = overlay;
        this.appearance = appearance;
        hint.getStyleClass().add("drop-over");
        hint.setMouseTransparent(true);
    }

    void listen() {
        root.setOnDragOver(this::over);
        root.setOnDragExited(_ -> root.getChildren().remove(hint));
        root.setOnDragDropped(this::dropped);
    }

    private boolean welcome(DragEvent event) {
        return event.getDragboard().hasFiles()
                && screen.takes()
                && !overlay.open().get();
    }

    private void over(DragEvent event) {
        if (!welcome(event)) {
            return;
        }
        event.acceptTransferModes(TransferMode.COPY);
        if (!root.getChildren().contains(hint)) {
            Look look = Look.of(appearance, Drops.class, "window");
            int count = event.getDragboard().getFiles().size();
            Label words = new Label(look.texts().text("drop.now", "count", count));
            words.getStyleClass().add("holder");
            hint.getChildren().setAll(look.icon("mdomz-move_to_inbox", 28), words);
            StackPane.setMargin(hint, new javafx.geometry.Insets(look.px(12)));
            root.getChildren().add(hint);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        root.getChildren().remove(hint);
        if (welcome(event)) {
            List<File> files = event.getDragboard().getFiles();
            screen.take(files.stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        }
        event.consume();
    }
}
