// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame that every screen stands in: rail, header, footer, practice band, dialogs. Rebuilt when its look changes. */
final class Shell {

    /** Content narrower than this, in pixels at 100 % text, becomes tabs. */
    private static final double NARROW = 700;

    private static final double RAIL = 212;
    private static final double RAIL_COMPACT = 60;

    private final Appearance appearance;
    private final Screen screen;
    private final Frame frame;
    private final StackPane root = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Bag bag = new Bag();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Segell");
    private Look look;
    private Node rail = new Region();

    Shell(Appearance appearance, Screen screen, Outside outside) {
        this.appearance = appearance;
        this.screen = screen;
        this.look = Look.of(appearance, Shell.class, "window");
        ObservableValue<Boolean> compact =
                Bindings.createBooleanBinding(this::narrow, root.widthProperty(), appearance.textSize());
        this.frame = new Frame(appearance, overlay, outside, compact);
        root.setId("shell");
        appearance.language().subscribe((_, _) -> rebuild());
        appearance.textSize().subscribe((_, _) -> rebuild());
        rebuild();
        new Drops(root, screen, overlay, appearance).listen();
        new Keys(this, screen, overlay, outside).listen(root);
    }

    StackPane root() {
        return root;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    private boolean narrow() {
        double scale = appearance.textSize().get() / 100.0;
        double width = root.getWidth() == 0 ? Window.SMALLEST_WIDTH : root.getWidth();
        return scale >= 1.5 || width / scale - RAIL < NARROW;
    }

    private void rebuild() {
        bag.empty();
        overlay.close();
        look = Look.of(appearance, Shell.class, "window");
        root.setStyle("-fx-font-size: " + look.rootFontSize() + "px;");
        Node content = screen.build(frame, bag);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox middle = new VBox(header(), content, footer());
        rail = rail();
        // Nodes take the keyboard in the order in which they are set.
        BorderPane pane = new BorderPane();
        pane.setTop(practiceBand());
        pane.setLeft(rail);
        pane.setCenter(middle);
        root.getChildren().setAll(pane, overlay.node());
    }

    /** F6: to the next part of the window. */
    void nextRegion(boolean forward) {
        if (root.getScene() != null && !overlay.open().get()) {
            List<Node> regions = new ArrayList<>(screen.regions());
            regions.addFirst(rail);
            Regions.move(root.getScene(), regions, forward);
        }
    }

    /** Where a person starts: in the screen, not in the frame. */
    void focusScreen() {
        screen.regions().stream()
                .flatMap(region -> Regions.first(region).stream())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    void help() {
        HelpDialog.show(look, overlay);
    }

    private Node rail() {
        VBox column = new VBox();
        column.setId("rail");
        column.getStyleClass().add("rail");
        HBox brand = new HBox(new BrandMark(look.scale()), new Label("Segell"));
        brand.getStyleClass().add("brand");
        brand.getChildren().get(1).getStyleClass().add("holder");
        Button sign = nav("nav-sign", screen.icon(), screen.title());
        sign.getStyleClass().add("chosen");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button settings = nav("nav-settings", "mdomz-settings", look.texts().text("settings"));
        settings.setOnAction(_ -> new SettingsMenu(appearance, look).show(settings));
        column.getChildren().addAll(brand, sign, space, settings);
        bag.on(frame.compact(), compact -> compact(column, brand, compact));
        return column;
    }

    private void compact(VBox column, HBox brand, boolean compact) {
        column.setPrefWidth(look.px(compact ? RAIL_COMPACT : RAIL));
        column.setMinWidth(Region.USE_PREF_SIZE);
        brand.getChildren().get(1).setVisible(!compact);
        brand.getChildren().get(1).setManaged(!compact);
        for (Node child : column.getChildren()) {
            if (child instanceof Button button) {
                button.setContentDisplay(
                        compact
                                ? javafx.scene.control.ContentDisplay.GRAPHIC_ONLY
                                : javafx.scene.control.ContentDisplay.LEFT);
            }
        }
    }

    private Button nav(String id, String icon, String words) {
        Button button = look.button(id, words, "nav");
        button.setGraphic(look.icon(icon, 20));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private Node header() {
        Label name = new Label(screen.title());
        name.getStyleClass().add("page-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button chip = look.button("chip", "", "chip");
        bag.on(screen.chip(), marker -> {
            chip.getStyleClass().setAll("button", "chip", marker.tone().style());
            chip.setText(marker.words());
            chip.setGraphic(look.icon(marker.icon(), 18));
        });
        chip.setOnAction(_ -> screen.chipClicked());
        Button help = look.iconButton("help", "mdoal-help_outline", look.texts().text("help"));
        help.setOnAction(_ -> help());
        HBox header = new HBox(name, space, chip, help);
        header.getStyleClass().add("header");
        return header;
    }

    private Node footer() {
        Label status = new Label();
        status.setId("status");
        status.getStyleClass().add("caption");
        bag.on(screen.status(), marker -> {
            status.setText(marker.words());
            status.setGraphic(look.icon(marker.icon(), 14));
            status.getGraphic().getStyleClass().add(marker.tone() == Tone.GOOD ? "success-text" : "second-icon");
        });
        HBox footer = new HBox(status);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private Node practiceBand() {
        Label bold = new Label(look.texts().text("practice.mode"));
        bold.getStyleClass().add("section");
        bold.setMinWidth(Region.USE_PREF_SIZE);
        Label words = look.label(look.texts().text("practice.words"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button leave = look.button("practice-leave", look.texts().text("practice.leave"));
        leave.setOnAction(_ -> screen.leavePractice());
        HBox band = new HBox(look.icon("mdomz-school", 18), bold, words, leave);
        band.setId("practice-band");
        band.getStyleClass().add("practice-band");
        bag.on(screen.practice(), practice -> {
            band.setVisible(practice);
            band.setManaged(practice);
            title.set(practice ? look.texts().text("practice.title") : "Segell");
        });
        return band;
    }
}
