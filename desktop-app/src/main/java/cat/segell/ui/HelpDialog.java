// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.Overlay;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The steps of signing and the keys. */
final class HelpDialog {

    private static final double WIDTH = 500;
    private static final List<String> KEYS =
            List.of("Ctrl+O", "Ctrl+V", "Ctrl+Enter", "Ctrl+C", "Shift+F10", "Delete", "F5", "F6", "Esc", "F1");

    private HelpDialog() {}

    static void show(Look look, Overlay overlay) {
        String name = look.texts().text("help.title");
        VBox steps = new VBox(look.px(6));
        for (int step = 1; step <= 3; step++) {
            steps.getChildren().add(look.label(step + ". " + look.texts().text("help.step" + step)));
        }
        Button close = look.button("help-close", look.texts().text("close"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> overlay.close());
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Dialog dialog = new Dialog(
                name,
                look.px(WIDTH),
                look.label(name, "page-title"),
                steps,
                look.label(look.texts().text("help.keys"), "section"),
                keys(look));
        overlay.show(dialog.pin(buttons), close, overlay::close);
    }

    private static GridPane keys(Look look) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int row = 0; row < KEYS.size(); row++) {
            Label key = new Label(KEYS.get(row));
            key.getStyleClass().add("code");
            key.setMinWidth(look.px(92));
            grid.addRow(row, key, look.label(look.texts().text("help.key." + KEYS.get(row))));
        }
        return grid;
    }
}
