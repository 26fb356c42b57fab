// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What is shown over the window: what it says, which scrolls where there is too little room for it, and below that the buttons,
 * which stay in sight.
 */
public final class Dialog extends VBox {

    private final VBox content;

    /**
     * @param name for who hears the window
     * @param width in pixels
     */
    public Dialog(String name, double width, Node... content) {
        this.content = new VBox(content);
        this.content.getStyleClass().add("dialog-content");
        getStyleClass().add("dialog");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(name);
        setMaxSize(width, Region.USE_PREF_SIZE);
        setPrefWidth(width);
        Scrolling scrolling = new Scrolling(this.content);
        scrolling.setFitToHeight(true);
        setVgrow(scrolling, Priority.ALWAYS);
        getChildren().add(scrolling);
    }

    public void add(Node... more) {
        content.getChildren().addAll(more);
    }

    /** @param buttons what the person ends it with */
    public Dialog pin(Node buttons) {
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().add(buttons);
        return this;
    }
}
