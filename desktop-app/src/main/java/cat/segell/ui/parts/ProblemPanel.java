// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import java.time.Instant;
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

    private final Problem problem;
    private final Frame frame;
    private final Look look;

    /** @param actions beside Copy, the main remedy first */
    public ProblemPanel(Problem problem, Frame frame, Button... actions) {
        this(problem, frame);
        ProblemText words = ProblemText.of(problem, look.language());
        FontIcon icon = look.icon("mdoal-error", 24);
        icon.getStyleClass().add("banner-icon");
        VBox told = told(
                words,
                head(look.label(words.title(), "section"), code(words)),
                new FlowPane(look.px(8), look.px(8), actions));
        HBox.setHgrow(told, Priority.ALWAYS);
        getChildren().addAll(icon, told);
    }

    private ProblemPanel(Problem problem, Frame frame) {
        this.problem = problem;
        this.frame = frame;
        this.look = Look.of(frame.appearance(), ProblemPanel.class, "parts");
        setId("problem");
        getStyleClass().addAll("banner", "bad");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** For a column at the side. */
    public static ProblemPanel narrow(Problem problem, Frame frame) {
        ProblemPanel panel = new ProblemPanel(problem, frame);
        ProblemText words = ProblemText.of(problem, panel.look.language());
        panel.getStyleClass().add("narrow");
        Label title = panel.look.label(words.title(), "section");
        title.setGraphic(panel.look.icon("mdoal-error", 18));
        title.getGraphic().getStyleClass().add("banner-icon");
        VBox told = panel.told(words, new VBox(title, panel.code(words)), new FlowPane());
        HBox.setHgrow(told, Priority.ALWAYS);
        panel.getChildren().add(told);
        return panel;
    }

    /** For what is done all the same, though not as it should be. */
    public ProblemPanel care() {
        getStyleClass().remove("bad");
        getStyleClass().add("care");
        if (getChildren().getFirst() instanceof FontIcon icon) {
            icon.setIconLiteral("mdomz-warning");
        }
        return this;
    }

    private VBox told(ProblemText words, Node head, FlowPane buttons) {
        setAccessibleText(words.title() + ". " + words.cause() + " " + words.remedy());
        Button copy = look.button("problem-copy", look.texts().text("copy"), "small");
        copy.setGraphic(look.icon("mdoal-content_copy", 16));
        copy.setOnAction(_ -> frame.outside().copy(ProblemCopy.of(problem, look.language(), Instant.now())));
        buttons.getChildren().add(copy);
        buttons.getStyleClass().add("problem-actions");
        return new VBox(look.px(4), head, look.label(words.cause()), look.label(words.remedy()), buttons);
    }

    private static Node head(Label title, Label code) {
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, code);
        head.getStyleClass().add("problem-head");
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private Label code(ProblemText words) {
        Label code = new Label(words.code());
        code.getStyleClass().add("code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        return code;
    }
}
