// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.Look;
import cat.segell.ui.Overlay;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which of several certificates signs; none is chosen beforehand where organisations differ. */
final class ChooserDialog {

    private static final double WIDTH = 600;

    private final SignersModel signers;
    private final Look look;
    private final Overlay overlay;

    ChooserDialog(SignersModel signers, Look look, Overlay overlay) {
        this.signers = signers;
        this.look = look;
        this.overlay = overlay;
    }

    void show() {
        SignerList found = signers.found().get();
        VBox choices = new VBox(look.px(8));
        ChoiceCards cards = new ChoiceCards(look, signers.chosen().get());
        found.fit().forEach(option -> choices.getChildren().add(cards.card(option)));
        if (!found.practices().isEmpty()) {
            choices.getChildren().add(heading("chooser.practice"));
            found.practices().forEach(option -> choices.getChildren().add(cards.card(option)));
        }
        if (!found.unfit().isEmpty()) {
            choices.getChildren().add(heading("chooser.unfit"));
            found.unfit().forEach(option -> choices.getChildren().add(cards.unfit(option)));
        }
        Label missing = look.label(look.texts().text("chooser.none-chosen"), "fact", "second");
        missing.setGraphic(look.icon("mdoal-info", 18));
        VBox dialog = new VBox(look.label(title(found), "page-title"), choices, buttons(cards, missing));
        Node focus =
                choices.getChildren().isEmpty() ? dialog : choices.getChildren().getFirst();
        overlay.show(dialog, title(found), look.px(WIDTH), focus, overlay::close);
    }

    private String title(SignerList found) {
        return look.texts().text(found.organisations() > 1 ? "chooser.title.organisation" : "chooser.title");
    }

    private Label heading(String key) {
        return look.label(look.texts().text(key), "caption", "medium");
    }

    private Node buttons(ChoiceCards cards, Label missing) {
        Button cancel = look.button("chooser-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> overlay.close());
        Button go = look.button("chooser-continue", look.texts().text("continue"));
        go.setDefaultButton(true);
        go.setOnAction(_ -> cards.chosen()
                .get()
                .ifPresentOrElse(this::take, () -> missing.getStyleClass().setAll("label", "fact", "danger-text")));
        cards.chosen().subscribe(chosen -> {
            go.getStyleClass().setAll("button", chosen.isPresent() ? "main" : "missing");
            missing.setVisible(chosen.isEmpty());
        });
        HBox.setHgrow(missing, Priority.ALWAYS);
        missing.setMaxWidth(Double.MAX_VALUE);
        HBox buttons = new HBox(look.px(8), missing, cancel, go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void take(SignerOption option) {
        signers.choose(option);
        overlay.close();
    }
}
