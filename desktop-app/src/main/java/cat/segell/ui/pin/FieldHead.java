// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line above a PIN's field: what belongs into it, and how it stands with the tries. */
public final class FieldHead {

    private FieldHead() {}

    /** @param field its accessible text is its name */
    public static Node of(PinField field, Optional<Marker> tag, Look look) {
        Label name = new Label(field.getAccessibleText());
        name.getStyleClass().add("medium");
        name.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(look.px(8), name, space);
        head.setAlignment(Pos.CENTER_LEFT);
        tag.ifPresent(marker -> head.getChildren().add(marker.tag(look)));
        return head;
    }
}
