// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Dialogs over the window: the rest is dimmed, the keyboard stays inside until the dialog is closed. */
public final class Overlay {

    private final StackPane scrim = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private @Nullable Node before;
    private Runnable onEscape = () -> {};
    private Optional<Dialog> shown = Optional.empty();

    public Overlay() {
        scrim.getStyleClass().add("scrim");
        scrim.setAlignment(Pos.CENTER);
        scrim.visibleProperty().bind(open);
        scrim.managedProperty().bind(open);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scrim.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> keepFocus(owner));
            }
        });
    }

    public Node node() {
        return scrim;
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /**
     * @param focus where the person starts
     * @param escape what Esc does
     */
    public void show(Dialog dialog, Node focus, Runnable escape) {
        if (shown.isEmpty() && scrim.getScene() != null) {
            before = scrim.getScene().getFocusOwner();
        }
        shown = Optional.of(dialog);
        onEscape = escape;
        scrim.getChildren().setAll(scrolling(dialog));
        open.set(true);
        scrim.applyCss();
        if (scrim.getParent() != null) {
            // What scrolls can bring the start into sight only once it knows where that is.
            scrim.getParent().layout();
        }
        focus.requestFocus();
    }

    /** A dialog whose buttons alone are taller than the window scrolls rather than being cut. */
    private static ScrollPane scrolling(Dialog dialog) {
        Margin middle = new Margin(dialog);
        middle.getStyleClass().add("dialog-bed");
        ScrollPane scroll = new Scrolling(middle);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /** Nothing happens where another one has taken its place. */
    public void close(Dialog dialog) {
        if (shown.filter(dialog::equals).isPresent()) {
            close();
        }
    }

    public void close() {
        if (shown.isEmpty()) {
            return;
        }
        shown = Optional.empty();
        open.set(false);
        scrim.getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (shown.isPresent() && owner != null && !inside(owner)) {
            Regions.first(shown.get()).ifPresent(Node::requestFocus);
        }
    }

    private boolean inside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(scrim)) {
                return true;
            }
        }
        return false;
    }
}
