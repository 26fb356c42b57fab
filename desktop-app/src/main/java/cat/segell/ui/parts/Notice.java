// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.ui.look.Look;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Why what a person asked for isn't done, where nothing would be seen of it. */
public final class Notice {

    private static final double WIDTH = 500;

    private Notice() {}

    public static void show(String words, Frame frame) {
        Look look = Look.of(frame.appearance(), Notice.class, "parts");
        Label told = look.label(words, "section");
        told.setId("notice");
        told.setGraphic(look.icon("mdoal-info", 24));
        Button close = look.button("notice-close", look.texts().text("close"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> frame.overlay().close());
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        frame.overlay().show(new Dialog(words, look.px(WIDTH), told).pin(buttons), close, frame.overlay()::close);
    }
}
