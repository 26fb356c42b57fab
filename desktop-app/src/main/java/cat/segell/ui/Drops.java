// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Overlay;
import cat.segell.ui.parts.Screen;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Files and folders over the window, and dropped anywhere on it. While they are over it they are not looked into: that may
 * take long, and what can't be signed says so in its row.
 */
final class Drops {

    private final StackPane root;
    private final Screen screen;
    private final Overlay overlay;
    private final Appearance appearance;
    private final HBox hint = new HBox();
    private String said = "";

    Drops(StackPane root, Screen screen, Overlay overlay, Appearance appearance) {
        this.root = root;
        this.screen = screen;
        this.overlay = overlay;
        this.appearance = appearance;
        hint.setId("drop-hint");
        hint.setMouseTransparent(true);
    }

    void listen() {
        root.setOnDragOver(this::over);
        root.setOnDragExited(_ -> hide());
        root.setOnDragDropped(this::dropped);
    }

    private Optional<String> refusal(Dragboard board, Look look) {
        if (!board.hasFiles()) {
            return Optional.of(look.texts().text("drop.no-files"));
        }
        return overlay.open().get() ? Optional.of(look.texts().text("drop.dialog")) : screen.refusal();
    }

    private void over(DragEvent event) {
        event.consume();
        Look look = Look.of(appearance, Drops.class, "window");
        Dragboard board = event.getDragboard();
        Optional<String> refusal = refusal(board, look);
        if (refusal.isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        String words = refusal.orElseGet(
                () -> look.texts().text("drop.now", "count", board.getFiles().size()));
        if (!words.equals(said) || !root.getChildren().contains(hint)) {
            show(look, words, refusal.isPresent());
        }
    }

    private void show(Look look, String words, boolean refused) {
        said = words;
        Label label = look.label(words, "holder");
        label.setId("drop-words");
        hint.getStyleClass().setAll(refused ? "drop-refused" : "drop-over");
        hint.getChildren().setAll(look.icon(refused ? "mdoal-block" : "mdomz-move_to_inbox", 28), label);
        StackPane.setMargin(hint, new Insets(look.px(12)));
        root.getChildren().remove(hint);
        root.getChildren().add(hint);
    }

    private void hide() {
        said = "";
        root.getChildren().remove(hint);
    }

    private void dropped(DragEvent event) {
        hide();
        Dragboard board = event.getDragboard();
        Look look = Look.of(appearance, Drops.class, "window");
        if (refusal(board, look).isEmpty()) {
            screen.take(board.getFiles().stream().map(file -> file.toPath()).toList());
            event.setDropCompleted(true);
        }
        event.consume();
    }
}
