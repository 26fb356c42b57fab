// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.ui.look.Look;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Says inside the field that Caps Lock is on, where the system tells it. */
public final class CapsLock {

    private CapsLock() {}

    public static Node watched(PinField field, Look look) {
        return watched(field, look, () -> Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    /** @param on asked on the window's thread whenever it may have changed */
    static Node watched(PinField field, Look look, BooleanSupplier on) {
        Label hint = new Label(look.texts().text("pin.caps"));
        hint.setId("pin-caps");
        hint.setGraphic(look.icon("mdoal-keyboard_capslock", 18));
        hint.getGraphic().getStyleClass().add("warning-text");
        hint.getStyleClass().addAll("fact", "warning-text", "caps-hint");
        hint.setMouseTransparent(true);
        Runnable refresh = () -> {
            boolean shown = field.isFocused() && on.getAsBoolean();
            hint.setVisible(shown);
            field.setAccessibleHelp(shown ? hint.getText() : null);
        };
        refresh.run();
        field.focusedProperty().subscribe(refresh);
        // Some systems have changed it when the key goes down, some when it comes up.
        field.addEventFilter(KeyEvent.KEY_PRESSED, _ -> refresh.run());
        field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> refresh.run());
        StackPane stack = new StackPane(field, hint);
        StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
        return stack;
    }
}
