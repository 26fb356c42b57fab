// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Room around one node, given by a style or as padding. Not a StackPane: that one forgets its padding when it is asked how
 * high it must be for its width, so that words which wrap once more in there lost their last line.
 */
public final class Margin extends VBox {

    public Margin(Node... content) {
        super(content);
        setAlignment(Pos.CENTER);
    }

    /** Without content it takes no room, and no clicks where it was. */
    public void show(Optional<? extends Node> content) {
        getChildren().setAll(content.stream().toList());
        setManaged(content.isPresent());
        setVisible(content.isPresent());
    }
}
