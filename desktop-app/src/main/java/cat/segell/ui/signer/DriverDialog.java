// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.app.TriedDriver;
import cat.segell.card.admission.DriverFile;
import cat.segell.problem.Problem;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/**
 * Whether a driver is to be used that has changed, or that the person points at: its file, and what is known of it. Of a changed
 * one, not to use it is the rule.
 */
public final class DriverDialog {

    private static final double WIDTH = 600;

    private final DriverModel model;
    private final Look look;
    private final Frame frame;
    private Optional<Dialog> dialog = Optional.empty();

    public DriverDialog(DriverModel model, Look look, Frame frame) {
        this.model = model;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(model.stage(), this::show);
    }

    /** Lets the person point at a driver, where they may. */
    public void choose() {
        model.add(() -> frame.outside().chooseDriver(look.texts().text("driver.add.choose")));
    }

    private void show(DriverStage stage) {
        switch (stage) {
            case DriverStage.Idle _ -> end();
            case DriverStage.Looking(Path module) -> waiting("driver.title", "driver.looking", module);
            case DriverStage.Trying(Path module) -> waiting("driver.add.title", "driver.add.trying", module);
            case DriverStage.Changed(DriverFile file, boolean _) -> changed(file);
            case DriverStage.Offered(TriedDriver driver) -> offered(driver);
            case DriverStage.Taking(Path module, boolean adding) -> taking(module, adding);
            case DriverStage.Refused(Problem problem, boolean adding) -> refused(problem, adding);
        }
    }

    /** Only what this one opened. */
    private void end() {
        dialog.ifPresent(frame.overlay()::close);
        dialog = Optional.empty();
    }

    private void waiting(String titleKey, String wordsKey, Path module) {
        Button cancel = closing("driver-cancel", "cancel");
        open(
                titled(titleKey, hourglass(wordsKey), look.foreign(module.toString(), "fact"))
                        .pin(DialogButtons.of(look, cancel)),
                cancel);
    }

    /** Without a way out, as there is none: it ends by itself. */
    private void taking(Path module, boolean adding) {
        Label words = hourglass("driver.taking");
        words.setFocusTraversable(true);
        String title = adding ? "driver.add.title" : "driver.title";
        open(titled(title, words, look.foreign(module.toString(), "fact")), words);
    }

    private Label hourglass(String wordsKey) {
        Label words = look.label(look.texts().text(wordsKey), "second");
        words.setGraphic(look.icon("mdoal-hourglass_empty", 18));
        return words;
    }

    private void changed(DriverFile file) {
        Button refuse = main(closing("driver-refuse", "driver.refuse"));
        Button accept = accepting("driver-accept", "driver.accept");
        Label words = start("driver.words");
        Label ask = look.label(look.texts().text("driver.ask"), "medium");
        open(
                titled("driver.title", words, DriverFacts.changed(file, look), ask)
                        .pin(DialogButtons.of(look, accept, refuse)),
                words);
    }

    private void offered(TriedDriver driver) {
        Button cancel = closing("driver-cancel", "cancel");
        // No default: who presses Enter while it is still being tried would add it unread.
        Button add = accepting("driver-add", "driver.add.go");
        add.getStyleClass().add("main");
        Label words = start("driver.add.words");
        Label ask = look.label(look.texts().text("driver.add.ask"), "medium");
        open(
                titled("driver.add.title", words, DriverFacts.tried(driver, look), ask)
                        .pin(DialogButtons.of(look, cancel, add)),
                words);
    }

    private void refused(Problem problem, boolean adding) {
        Button close = main(closing("driver-close", "dismiss"));
        Button other = look.button("driver-other", look.texts().text("driver.add.other"));
        other.setOnAction(_ -> choose());
        boolean another = adding && !(problem instanceof SettingLocked);
        open(
                titled(adding ? "driver.add.refused" : "driver.title", new ProblemPanel(problem, frame))
                        .pin(another ? DialogButtons.of(look, other, close) : DialogButtons.of(look, close)),
                close);
    }

    /** The person begins where the words begin, however far down the buttons are: it is these that they decide by. */
    private Label start(String words) {
        Label label = look.label(look.texts().text(words));
        label.setId("driver-words");
        label.setFocusTraversable(true);
        return label;
    }

    private Button closing(String id, String words) {
        Button button = look.button(id, look.texts().text(words));
        button.setOnAction(_ -> model.close());
        return button;
    }

    private Button accepting(String id, String words) {
        Button button = look.button(id, look.texts().text(words));
        button.setOnAction(_ -> model.accept());
        return button;
    }

    private static Button main(Button button) {
        button.getStyleClass().add("main");
        button.setDefaultButton(true);
        return button;
    }

    private Dialog titled(String titleKey, Node... content) {
        String title = look.texts().text(titleKey);
        Dialog titled = new Dialog(title, look.px(WIDTH), look.label(title, "page-title"));
        titled.add(content);
        return titled;
    }

    private void open(Dialog titled, Node start) {
        dialog = Optional.of(titled);
        frame.overlay().show(titled, start, model::close);
    }
}
