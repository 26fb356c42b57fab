// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened, why, and what to do next, with the code for the helpdesk; in the place where it happened. */
public final class ProblemPanel extends HBox {

    /** @param actions beside Copy, the main remedy first */
    public ProblemPanel(Problem problem, Frame frame, Button... actions) {
        Look look = Look.of(frame.appearance(), ProblemPanel.class, "window");
        ProblemText words = ProblemText.of(problem, look.language());
        setId("problem");
        getStyleClass().addAll("banner", "bad");
        FontIcon icon = look.icon("mdoal-error", 24);
        icon.getStyleClass().add("banner-icon");
        VBox told = new VBox(
                look.px(4),
                head(words, look),
                look.label(words.cause()),
                look.label(words.remedy()),
                buttons(words, look, frame, actions));
        HBox.setHgrow(told, Priority.ALWAYS);
        getChildren().addAll(icon, told);
        setAccessibleText(words.title() + ". " + words.cause() + " " + words.remedy());
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private static Node head(ProblemText words, Look look) {
        Label title = look.label(words.title(), "section");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label code = new Label(words.code());
        code.getStyleClass().add("code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(look.px(12), title, code);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node buttons(ProblemText words, Look look, Frame frame, Button... actions) {
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), actions);
        Button copy = look.button("problem-copy", look.texts().text("copy"), "small");
        copy.setGraphic(look.icon("mdoal-content_copy", 16));
        copy.setOnAction(_ -> frame.outside().copy(asText(words)));
        buttons.getChildren().add(copy);
        buttons.setStyle("-fx-padding: 0.3em 0 0 0;");
        return buttons;
    }

    private static String asText(ProblemText words) {
        return String.join("\n", words.code(), words.title(), words.cause(), words.remedy());
    }
}
