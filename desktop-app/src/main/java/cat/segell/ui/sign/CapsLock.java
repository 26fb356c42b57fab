// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Look;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Says inside the field that Caps Lock is on, where the system tells it. */
final class CapsLock {

    private CapsLock() {}

    static Node watched(PinField field, Look look) {
        Label hint = new Label(look.texts().text("pin.caps"));
        hint.setGraphic(look.icon("mdoal-keyboard_capslock", 18));
        hint.getGraphic().getStyleClass().add("warning-text");
        hint.getStyleClass().addAll("fact", "warning-text", "caps-hint");
        hint.setMouseTransparent(true);
        Runnable refresh = () -> hint.setVisible(
                field.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
        field.focusedProperty().subscribe(refresh);
        field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> refresh.run());
        StackPane stack = new StackPane(field, hint);
        StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
        return stack;
    }
}
