// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    private final List<String> advice;
    private final Frame frame;
    private final Look look;

    /** @param actions beside Copy, the main remedy first */
    public ProblemPanel(Problem problem, Frame frame, Button... actions) {
        this(problem, List.of(), frame, actions);
    }

    /**
     * @param advice what is said after it of just this case, a sentence each
     * @param actions beside Copy, the main remedy first
     */
    public ProblemPanel(Problem problem, List<String> advice, Frame frame, Button... actions) {
        this(problem, advice, frame);
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

    private ProblemPanel(Problem problem, List<String> advice, Frame frame) {
        this.problem = problem;
        this.advice = advice;
        this.frame = frame;
        this.look = Look.of(frame.appearance(), ProblemPanel.class, "parts");
        setId("problem");
        getStyleClass().addAll("banner", "bad");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /**
     * For a column at the side.
     *
     * @param advice what is said after it of just this card, a sentence each
     * @param actions beside Copy, the main remedy first
     */
    public static ProblemPanel narrow(Problem problem, List<String> advice, Frame frame, Button... actions) {
        ProblemPanel panel = new ProblemPanel(problem, advice, frame);
        ProblemText words = ProblemText.of(problem, panel.look.language());
        panel.getStyleClass().add("narrow");
        Label title = panel.look.label(words.title(), "section");
        title.setGraphic(panel.look.icon("mdoal-error", 18));
        title.getGraphic().getStyleClass().add("banner-icon");
        FlowPane buttons = new FlowPane(panel.look.px(8), panel.look.px(8), actions);
        VBox told = panel.told(words, new VBox(title, panel.code(words)), buttons);
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
        setAccessibleText(words.title() + ". " + String.join(" ", sentences(words)));
        Button copy = look.button("problem-copy", look.texts().text("copy"), "small");
        copy.setGraphic(look.icon("mdoal-content_copy", 16));
        copy.setOnAction(_ -> frame.outside().copy(ProblemCopy.of(problem, advice, look.language(), Instant.now())));
        buttons.getChildren().add(copy);
        buttons.getStyleClass().add("problem-actions");
        VBox told = new VBox(look.px(4), head);
        sentences(words).forEach(sentence -> told.getChildren().add(look.label(sentence)));
        told.getChildren().add(buttons);
        return told;
    }

    private List<String> sentences(ProblemText words) {
        return Stream.concat(Stream.of(words.cause(), words.remedy()), advice.stream())
                .toList();
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
