// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.card.admission.DriverFile;
import cat.segell.problem.Problem;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Whether a driver that has changed is meant to be as it is now: its file, and what is different. Not to use it is the rule. */
public final class DriverDialog {

    private static final double WIDTH = 600;

    private final DriverModel model;
    private final Look look;
    private final Frame frame;
    private Optional<VBox> dialog = Optional.empty();

    public DriverDialog(DriverModel model, Look look, Frame frame) {
        this.model = model;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(model.shown(), shown -> shown.ifPresentOrElse(this::ask, this::end));
        bag.on(model.refusal(), refusal -> refusal.ifPresentOrElse(this::refused, this::end));
    }

    /** Only what this one opened. */
    private void end() {
        if (model.shown().get().isEmpty() && model.refusal().get().isEmpty()) {
            dialog.ifPresent(frame.overlay()::close);
            dialog = Optional.empty();
        }
    }

    private void ask(DriverFile file) {
        VBox facts = new VBox(look.px(6), fact("driver.file", file.named().toString()));
        if (!file.real().equals(file.named())) {
            facts.getChildren().add(fact("driver.real", file.real().toString()));
        }
        facts.getChildren()
                .addAll(
                        fact("driver.owner", file.owner()),
                        fact("driver.written", when(file)),
                        fact(
                                "driver.before",
                                file.known()
                                        .map(DriverDialog::groups)
                                        .orElseGet(() -> look.texts().text("driver.unknown"))),
                        fact("driver.now", groups(file.sha256().hex())));
        facts.setId("driver-facts");
        facts.getStyleClass().add("card");
        Button refuse = look.button("driver-refuse", look.texts().text("driver.refuse"), "main");
        refuse.setDefaultButton(true);
        refuse.setOnAction(_ -> model.close());
        Button accept = look.button("driver-accept", look.texts().text("driver.accept"));
        accept.setOnAction(_ -> model.accept());
        show(
                refuse,
                look.label(look.texts().text("driver.words")),
                facts,
                look.label(look.texts().text("driver.ask"), "medium"),
                DialogButtons.of(look, accept, refuse));
    }

    private String when(DriverFile file) {
        return look.texts()
                .text(
                        "driver.when",
                        "date",
                        file.written(),
                        "time",
                        look.language().time(file.written()));
    }

    private Node fact(String name, String value) {
        return new VBox(look.label(look.texts().text(name), "caption"), look.foreign(value, "fact"));
    }

    /** In fours: 64 digits without a gap nobody can compare. */
    private static String groups(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private void refused(Problem problem) {
        Button close = look.button("driver-close", look.texts().text("dismiss"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> model.close());
        show(close, new ProblemPanel(problem, frame), DialogButtons.of(look, close));
    }

    private void show(Node start, Node... content) {
        String title = look.texts().text("driver.title");
        VBox box = new VBox(look.label(title, "page-title"));
        box.getChildren().addAll(content);
        dialog = Optional.of(box);
        frame.overlay().show(box, title, look.px(WIDTH), start, model::close);
    }
}
