// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.problem.Problem;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.FileName;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.pin.PinEntryBox;
import cat.segell.ui.pin.PinQuestion;
import cat.segell.ui.pin.SecretWords;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a key file's password, to see who is in it; says why it can't be opened. */
public final class KeyFileDialog {

    private static final double WIDTH = 500;

    private final KeyFileModel model;
    private final Look look;
    private final Frame frame;
    private Optional<Dialog> dialog = Optional.empty();

    public KeyFileDialog(KeyFileModel model, Look look, Frame frame) {
        this.model = model;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(model.password().question(), question -> question.ifPresentOrElse(this::ask, this::end));
        bag.on(model.refusal(), refusal -> refusal.ifPresent(this::refused));
    }

    /** Only what this one opened: with the view built anew, another's dialog may be there by now. */
    private void end() {
        dialog.ifPresent(frame.overlay()::close);
        dialog = Optional.empty();
    }

    private void ask(PinQuestion question) {
        SecretWords words = SecretWords.ofKeyFile(look.texts());
        PinEntryBox entry = new PinEntryBox(question, look, words, words.hint());
        entry.disableWhile(model.password().checking());
        Dialog asking = new Dialog(
                words.title(),
                look.px(WIDTH),
                look.label(words.title(), "page-title"),
                file(question.request().token().label()),
                entry.node());
        asking.pin(buttons(entry)).addEventHandler(KeyEvent.KEY_TYPED, entry::strayed);
        dialog = Optional.of(asking);
        frame.overlay().show(asking, entry.field(), this::cancel);
    }

    private Node file(String label) {
        FileName name = new FileName("section");
        name.setId("key-file-name");
        name.set(label);
        HBox line = new HBox(look.icon("mdomz-vpn_key", 24), name);
        VBox box = new VBox(line);
        box.getStyleClass().add("who-and-what");
        return box;
    }

    private Node buttons(PinEntryBox entry) {
        Button cancel = look.button("key-file-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> cancel());
        Button open = look.button("key-file-open", look.texts().text("key-file.go"), "main");
        open.setDefaultButton(true);
        open.disableProperty()
                .bind(entry.length().isEqualTo(0).or(model.password().checking()));
        open.setOnAction(_ -> entry.take().ifPresent(model.password()::answer));
        return row(cancel, open);
    }

    private Node row(Button... actions) {
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), actions);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void cancel() {
        if (!model.password().checking().get()) {
            model.password().cancel();
        }
    }

    private void refused(Problem problem) {
        String title = look.texts().text("key-file.refused");
        Button close = look.button("key-file-close", look.texts().text("dismiss"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> dismiss());
        Dialog told =
                new Dialog(title, look.px(WIDTH), look.label(title, "page-title"), new ProblemPanel(problem, frame));
        frame.overlay().show(told.pin(row(close)), close, this::dismiss);
    }

    private void dismiss() {
        model.dismissRefusal();
        frame.overlay().close();
    }
}
