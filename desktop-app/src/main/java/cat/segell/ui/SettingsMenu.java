// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.text.Language;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.Appearance.Part;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.ThemeChoice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Language, colours and text size; each shows at once. What the administrator decides can be seen, not changed. */
final class SettingsMenu {

    private final Appearance appearance;
    private final Look look;
    private final ContextMenu menu = new ContextMenu();

    SettingsMenu(Appearance appearance, Look look) {
        this.appearance = appearance;
        this.look = look;
        menu.setId("settings-menu");
        menu.getItems()
                .setAll(
                        menu(
                                Part.LANGUAGE,
                                "mdoal-language",
                                List.of(Language.values()),
                                appearance.language(),
                                each -> text("settings.language." + each.tag())),
                        menu(
                                Part.THEME,
                                "mdomz-palette",
                                List.of(ThemeChoice.values()),
                                appearance.theme(),
                                each -> text("settings.theme." + each.word())),
                        menu(
                                Part.SIZE,
                                "mdoal-format_size",
                                Appearance.TEXT_SIZES,
                                appearance.textSize().asObject(),
                                each -> look.texts().text("settings.percent", "percent", each)));
    }

    void show(Node beside) {
        menu.show(beside, Side.TOP, 0, 0);
    }

    private String text(String key) {
        return look.texts().text(key);
    }

    private <T> Menu menu(Part part, String icon, List<T> choices, Property<T> value, Function<T, String> words) {
        String id = "settings-" + part.name().toLowerCase(java.util.Locale.ROOT);
        Menu sub = new Menu(text(id.replace('-', '.')), look.icon(icon, 18));
        sub.setId(id);
        ToggleGroup group = new ToggleGroup();
        for (T each : choices) {
            RadioMenuItem item = new RadioMenuItem(words.apply(each));
            item.setId(id + "-" + each.toString().toLowerCase(java.util.Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(each.equals(value.getValue()));
            item.setDisable(appearance.locked(part));
            item.setOnAction(_ -> value.setValue(each));
            sub.getItems().add(item);
        }
        return sub;
    }
}
