// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.ui.look.Look;
import javafx.scene.control.Label;

/** Why an entry did not do, below its field. */
public final class Refusal {

    private Refusal() {}

    public static Label label(Look look, String id, String words) {
        Label label = look.label(words, "fact", "danger-text");
        label.setId(id);
        label.setGraphic(look.icon("mdoal-error", 16));
        label.getGraphic().getStyleClass().add("danger-text");
        return label;
    }
}
