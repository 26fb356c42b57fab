// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.ui.look.Look;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The person's consent to use a last try: a box to tick, and why nothing is sent yet once they have tried without it. */
public final class Consent {

    private final CheckBox box;
    private final Label missing;
    private final boolean needed;
    private final BooleanProperty unticked = new SimpleBooleanProperty(this, "unticked");

    /**
     * @param words what is agreed to
     * @param why it is asked for, where the person goes on without it
     * @param needed whether there is anything to agree to
     */
    public Consent(Look look, String words, String why, boolean needed) {
        this.needed = needed;
        this.box = box("pin-consent", words);
        box.setVisible(needed);
        box.setManaged(needed);
        this.missing = Refusal.label(look, "pin-unticked", why);
        missing.visibleProperty().bind(unticked.and(box.selectedProperty().not()));
        missing.managedProperty().bind(missing.visibleProperty());
    }

    /** To tick with the space bar. Enter is the dialog's: the stock box would take the tick away, and nothing else. */
    public static CheckBox box(String id, String words) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.getStyleClass().add("consent");
        box.setWrapText(true);
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                Event.fireEvent(box.getParent(), event.copyFor(box, box.getParent()));
                event.consume();
            }
        });
        return box;
    }

    public List<Node> nodes() {
        return List.of(box, missing);
    }

    /** Whether the try may be used; where it may not, that is said. */
    public boolean given() {
        if (!needed || box.isSelected()) {
            return true;
        }
        unticked.set(true);
        box.setAccessibleHelp(missing.getText());
        box.requestFocus();
        return false;
    }
}
