// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Tone;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Overlay;
import cat.segell.ui.parts.Regions;
import cat.segell.ui.parts.Screen;
import cat.segell.ui.system.Outside;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The frame that every screen stands in: rail, header, footer, practice band, dialogs. Rebuilt when its look changes. */
final class Shell {

    /** Content narrower than this, in pixels at 100 % text, becomes tabs. */
    private static final double NARROW = 700;

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

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
        root.getStyleClass().add("shell");
        compact.subscribe(now -> root.pseudoClassStateChanged(COMPACT, now));
        appearance.language().subscribe((_, _) -> rebuild());
        appearance.textSize().subscribe((_, _) -> rebuild());
        rebuild();
        new Drops(root, screen, overlay, appearance).listen();
        new Keys(this, screen, frame).listen(root);
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
        return scale >= 1.5 || width / scale - Rail.WIDTH < NARROW;
    }

    private void rebuild() {
        bag.empty();
        overlay.close();
        look = Look.of(appearance, Shell.class, "window");
        root.setStyle("-fx-font-size: " + look.rootFontSize() + "px;");
        Node content = screen.build(frame, bag);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox middle = new VBox(header(), content, footer());
        rail = new Rail(look, screen, appearance, frame.compact(), bag).node();
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
        Text bold = new Text(look.texts().text("practice.mode") + " ");
        bold.getStyleClass().add("section");
        Text rest = new Text(look.texts().text("practice.words"));
        for (Text text : List.of(bold, rest)) {
            text.getStyleClass().add("band-text");
        }
        TextFlow words = new TextFlow(bold, rest);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = look.button("practice-leave", look.texts().text("practice.leave"));
        leave.setOnAction(_ -> screen.leavePractice());
        HBox band = new HBox(look.icon("mdomz-school", 18), words, leave);
        band.setId("practice-band");
        band.setFillHeight(false);
        band.getStyleClass().add("practice-band");
        bag.on(screen.practice(), practice -> {
            band.setVisible(practice);
            band.setManaged(practice);
            title.set(practice ? look.texts().text("practice.title") : "Segell");
        });
        return band;
    }
}
