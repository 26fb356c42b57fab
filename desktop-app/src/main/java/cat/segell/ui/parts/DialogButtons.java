// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.ui.look.Look;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A dialog's buttons: at the right what it is for, in rows where there is no room; at the left what leads elsewhere. */
public final class DialogButtons {

    /** Buttons that take no more than this want to be in one row. */
    private static final double ROW = 400;

    private DialogButtons() {}

    public static FlowPane of(Look look, Button... actions) {
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), actions);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPrefWrapLength(look.px(ROW));
        return buttons;
    }

    public static Node beside(Button elsewhere, Look look, Button... actions) {
        FlowPane buttons = of(look, actions);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        HBox row = new HBox(look.px(8), elsewhere, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
