// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import atlantafx.base.controls.ToggleSwitch;
import cat.segell.app.settings.Setting;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Language;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.FileName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Who signs, at which level, where to, and whether receipts are made. */
final class OptionsPane {

    private static final double WIDTH = 288;

    private final SignView parent;
    private final Look look;
    private final VBox column = new VBox();
    private final ScrollPane node = new ScrollPane(column);

    OptionsPane(SignView parent, Bag bag) {
        this.parent = parent;
        this.look = parent.look();
        column.getStyleClass().add("options");
        column.setMinHeight(Region.USE_PREF_SIZE);
        column.getChildren()
                .addAll(
                        new SignerPane(parent, bag).node(),
                        new Separator(),
                        level(bag),
                        output(bag),
                        new Separator(),
                        ownField(bag),
                        visible(),
                        notarise());
        node.setId("options");
        node.getStyleClass().add("edge-to-edge");
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.setFocusTraversable(false);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node node() {
        return node;
    }

    /** @param alone whether it has the whole width */
    void alone(boolean alone) {
        node.setPrefWidth(alone ? Region.USE_COMPUTED_SIZE : look.px(WIDTH));
        node.setMinWidth(alone ? 0 : look.px(WIDTH));
        column.getStyleClass().remove("alone");
        if (alone) {
            column.getStyleClass().add("alone");
        }
    }

    private Node level(Bag bag) {
        SignViewModel model = parent.model();
        StackPane place = new StackPane();
        bag.on(model.signers().chosen(), _ -> place.getChildren().setAll(levels(model)));
        Label why = look.label("", "caption");
        why.setId("level-why");
        LevelWords words = new LevelWords(model, look.texts());
        bag.on(model.signers().chosen(), _ -> why.setText(words.why()));
        bag.on(model.options().level(), _ -> why.setText(words.why()));
        return field("level", place, why, Setting.LEVEL);
    }

    /** Anew for each signer: the stock box loses its shown value when its choices change. */
    private ComboBox<SignatureLevel> levels(SignViewModel model) {
        ComboBox<SignatureLevel> levels = new ComboBox<>();
        levels.setId("level");
        levels.setMaxWidth(Double.MAX_VALUE);
        levels.setAccessibleText(look.texts().text("level"));
        List<SignatureLevel> reachable =
                model.options().levels(model.signers().chosen().get());
        levels.setCellFactory(_ -> new LevelCell(look, reachable.getFirst()));
        levels.setButtonCell(new LevelCell(look, reachable.getFirst()));
        levels.getItems().setAll(reachable);
        levels.setValue(model.options().level().get());
        levels.setOnAction(_ ->
                Optional.ofNullable(levels.getValue()).ifPresent(model.options().level()::set));
        return levels;
    }

    private Node output(Bag bag) {
        SignViewModel model = parent.model();
        ComboBox<String> places = new ComboBox<>();
        places.setId("output");
        places.setMaxWidth(Double.MAX_VALUE);
        String same = look.texts().text("output.same");
        String other = look.texts().text("output.other");
        FileName folder = new FileName("caption");
        bag.on(model.options().output(), chosen -> {
            String name = chosen.map(OptionsPane::folderName).orElse(same);
            places.getItems().setAll(chosen.isPresent() ? List.of(name, same, other) : List.of(same, other));
            places.setValue(name);
            folder.set(chosen.map(Path::toString).orElse(look.texts().text("output.name")));
        });
        places.setOnAction(_ -> Optional.ofNullable(places.getValue()).ifPresent(value -> {
            if (value.equals(other)) {
                places.setValue(model.options()
                        .output()
                        .get()
                        .map(OptionsPane::folderName)
                        .orElse(same));
                parent.chooseFolder();
            } else if (value.equals(same)) {
                model.options().output().set(Optional.empty());
            }
        }));
        return field("output", places, folder, Setting.OUTPUT);
    }

    private static String folderName(Path folder) {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private Node field(String key, Node control, Node below, Setting setting) {
        Label label = new Label(look.texts().text(key));
        label.getStyleClass().addAll("fact", "second");
        label.setLabelFor(control);
        control.setAccessibleText(look.texts().text(key));
        VBox field = new VBox(look.px(5), label, control, below);
        locked(setting, control, field);
        return field;
    }

    /** What the administrator decides can't be changed here, and says so. */
    private void locked(Setting setting, Node control, VBox words) {
        if (parent.model().options().isLocked(setting)) {
            control.setDisable(true);
            words.getChildren().add(look.label(look.texts().text("locked"), "caption"));
        }
    }

    /** Only where there is something to decide. */
    private Node ownField(Bag bag) {
        SignViewModel model = parent.model();
        ToggleSwitch on = toggle("own-field");
        on.selectedProperty().bindBidirectional(model.options().inOwnField());
        Label count = look.label("", "caption");
        count.setId("own-field-words");
        VBox words = new VBox(look.px(2), look.label(look.texts().text("own-field"), "medium"), count);
        Node row = row(on, words);
        row.setId("own-field-choice");
        Runnable show = () -> {
            int waiting = model.waiting();
            row.setVisible(waiting > 0);
            row.setManaged(waiting > 0);
            count.setText(waiting > 0 ? look.texts().text("own-field.words", "count", waiting) : "");
        };
        bag.on(model.signers().chosen(), _ -> show.run());
        bag.onChange(model.documents().rows(), show);
        return row;
    }

    private Node visible() {
        ObjectProperty<Optional<Language>> visible = parent.model().options().visible();
        ToggleSwitch on = toggle("visible");
        parent.model().options().speak(look.language());
        // In the language of the window, also after it was changed.
        visible.set(visible.get().map(_ -> look.language()));
        on.setSelected(visible.get().isPresent());
        on.selectedProperty()
                .addListener((_, _, shown) -> visible.set(shown ? Optional.of(look.language()) : Optional.empty()));
        return row(on, words("visible"));
    }

    private Node notarise() {
        ToggleSwitch on = toggle("notarise");
        on.selectedProperty().bindBidirectional(parent.model().options().notarise());
        VBox words = words("notarise");
        locked(Setting.NOTARISE, on, words);
        return row(on, words);
    }

    private ToggleSwitch toggle(String key) {
        ToggleSwitch on = new ToggleSwitch();
        on.setId(key);
        on.setAccessibleText(look.texts().text(key));
        on.setMinWidth(Region.USE_PREF_SIZE);
        return on;
    }

    private VBox words(String key) {
        return new VBox(
                look.px(2),
                look.label(look.texts().text(key), "medium"),
                look.label(look.texts().text(key + ".words"), "caption"));
    }

    private Node row(ToggleSwitch on, VBox words) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(look.px(12), words, on);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
