// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Margin;
import cat.segell.ui.resume.ResumeOffer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What the Sign screen shows while its list is empty. */
final class DropZone {

    private DropZone() {}

    static Node build(SignView parent, Bag bag) {
        Look look = parent.look();
        StackPane circle = new StackPane();
        circle.getStyleClass().add("drop-circle");
        VBox.setMargin(circle, new Insets(0, 0, look.px(12), 0));
        Label title = look.label("", "page-title");
        title.setId("drop-title");
        bag.on(parent.model().documents().reading(), reading -> {
            boolean sorting = reading.intValue() > 0;
            title.setText(look.texts().text(sorting ? "drop.reading" : "drop.title"));
            circle.getChildren().setAll(look.icon(sorting ? "mdoal-hourglass_empty" : "mdomz-move_to_inbox", 30));
        });
        bag.on(parent.frame().compact(), compact -> {
            circle.setVisible(!compact);
            circle.setManaged(!compact);
        });
        VBox zone = new VBox(
                circle,
                title,
                words(look),
                buttons(parent),
                look.label(look.texts().text("drop.keys"), "caption"));
        zone.setId("drop-zone");
        zone.getStyleClass().add("drop-zone");
        zone.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(zone, Priority.ALWAYS);
        Node offer = new ResumeOffer(parent.model().resume(), look, parent.frame(), bag).node();
        Margin margin = new Margin(offer, zone);
        margin.setSpacing(look.px(16));
        margin.setPadding(new Insets(look.px(20), look.px(24), look.px(20), look.px(24)));
        return look.page(margin);
    }

    private static Label words(Look look) {
        Label words = look.label(look.texts().text("drop.words"), "second");
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(look.px(360));
        words.setAlignment(Pos.CENTER);
        return words;
    }

    private static FlowPane buttons(SignView parent) {
        Look look = parent.look();
        Button open = look.button("open-files", look.texts().text("open"), "main");
        open.setGraphic(look.icon("mdoal-folder_open", 18));
        open.setOnAction(_ -> parent.openFiles());
        Button paste = look.button("paste-files", look.texts().text("paste"));
        paste.setGraphic(look.icon("mdoal-content_paste", 18));
        paste.setOnAction(_ -> parent.paste());
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), open, paste);
        buttons.setAlignment(Pos.CENTER);
        VBox.setMargin(buttons, new Insets(look.px(12), 0, look.px(6), 0));
        return buttons;
    }
}
