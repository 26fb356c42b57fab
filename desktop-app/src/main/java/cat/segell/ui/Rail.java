// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Screen;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The column at the left: the mark, the screens, the settings. Icons alone where there is little room. */
final class Rail {

    /** In pixels at 100 % text. */
    static final double WIDTH = 212;

    private static final double WIDTH_COMPACT = 60;

    private final Look look;
    private final Label name = new Label("Segell");
    private final VBox column = new VBox();

    Rail(Look look, Screen screen, Appearance appearance, ObservableValue<Boolean> compact, Bag bag) {
        this.look = look;
        column.setId("rail");
        column.getStyleClass().add("rail");
        name.getStyleClass().add("holder");
        HBox brand = new HBox(new BrandMark(look.scale()), name);
        brand.getStyleClass().add("brand");
        Button sign = nav("nav-sign", screen.icon(), screen.title());
        sign.getStyleClass().add("chosen");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button settings = nav("nav-settings", "mdomz-settings", look.texts().text("settings"));
        settings.setOnAction(_ -> new SettingsMenu(appearance, look).show(settings));
        column.getChildren().addAll(brand, sign, space, settings);
        bag.on(compact, this::compact);
    }

    Node node() {
        return column;
    }

    private void compact(boolean compact) {
        column.setPrefWidth(look.px(compact ? WIDTH_COMPACT : WIDTH));
        column.setMinWidth(Region.USE_PREF_SIZE);
        name.setVisible(!compact);
        name.setManaged(!compact);
        for (Node child : column.getChildren()) {
            if (child instanceof Button button) {
                button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            }
        }
    }

    private Button nav(String id, String icon, String words) {
        Button button = look.button(id, words, "nav");
        button.setGraphic(look.icon(icon, 20));
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
