// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.resume;

import cat.segell.problem.Problem;
import cat.segell.ui.desk.BrokenOff;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Margin;
import cat.segell.ui.parts.ProblemPanel;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says that a batch was broken off, and offers to sign its rest; takes no room where none was. */
public final class ResumeOffer {

    private final ResumeModel model;
    private final Look look;
    private final Frame frame;
    private final Margin node = new Margin();

    public ResumeOffer(ResumeModel model, Look look, Frame frame, Bag bag) {
        this.model = model;
        this.look = look;
        this.frame = frame;
        bag.on(model.offers(), _ -> show());
        bag.on(model.refusal(), _ -> show());
        bag.on(model.taking(), _ -> show());
    }

    public Node node() {
        return node;
    }

    private void show() {
        List<BrokenOff> offers = model.offers().get();
        node.show(offers.stream()
                .findFirst()
                .map(newest -> model.refusal()
                        .get()
                        .map(why -> refused(why, newest))
                        .orElseGet(() -> offer(newest, offers.size() - 1))));
    }

    private Node offer(BrokenOff batch, int more) {
        Label words = look.label(words(batch, more));
        words.setId("resume-words");
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), take(batch, "resume.sign"), later(), forget(batch));
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.disableProperty().bind(model.taking());
        VBox told = new VBox(look.px(8), words, buttons);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox line = new HBox(look.px(12), look.icon("mdomz-rule", 20), told);
        line.getStyleClass().add("card");
        line.setId("resume");
        return line;
    }

    private String words(BrokenOff batch, int more) {
        if (model.taking().get()) {
            return look.texts().text("resume.taking");
        }
        String first = look.texts()
                .text(
                        "resume.offer",
                        Map.of(
                                "count",
                                batch.left(),
                                "documents",
                                look.texts().text("documents", "count", batch.documents()),
                                "date",
                                look.language().date(batch.created())));
        return more == 0 ? first : first + " " + look.texts().text("resume.more", "count", more);
    }

    private Node refused(Problem why, BrokenOff batch) {
        return new ProblemPanel(why, frame, take(batch, "resume.again"), later(), forget(batch)).care();
    }

    private Button take(BrokenOff batch, String words) {
        Button take = look.button("resume-sign", look.texts().text(words), "small");
        take.setAccessibleText(take.getText() + ". " + words(batch, 0));
        take.setOnAction(_ -> model.takeUp(batch));
        return take;
    }

    private Button later() {
        Button later = look.button("resume-later", look.texts().text("resume.later"), "small");
        later.setOnAction(_ -> model.later());
        return later;
    }

    private Button forget(BrokenOff batch) {
        Button forget = look.button("resume-forget", look.texts().text("resume.forget"), "small");
        forget.setOnAction(_ -> model.forget(batch));
        return forget;
    }
}
