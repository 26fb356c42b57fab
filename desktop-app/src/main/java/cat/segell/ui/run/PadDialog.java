// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.pin.Consent;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.pin.PinModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Sends the person to the reader's own keys: nothing can be entered here, only agreed to and cancelled. */
public final class PadDialog {

    private static final double WIDTH = 500;

    private final PinModel pin;
    private final PinTrouble trouble;
    private final WhoAndWhat whoAndWhat;
    private final Look look;
    private final Frame frame;

    public PadDialog(PinModel pin, PinTrouble trouble, WhoAndWhat whoAndWhat, Look look, Frame frame) {
        this.pin = pin;
        this.trouble = trouble;
        this.whoAndWhat = whoAndWhat;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(pin.pad(), waiting -> waiting.ifPresentOrElse(this::show, this::end));
    }

    private void show(PadQuestion question) {
        if (question.lastTry()) {
            askFirst(question);
        } else {
            showWaiting(question);
        }
    }

    private void askFirst(PadQuestion question) {
        CheckBox consent = Consent.box("pad-consent", look.texts().text("pin.consent"));
        Button agree = look.button("pad-agree", look.texts().text("continue"), "main");
        agree.setDefaultButton(true);
        agree.disableProperty().bind(consent.selectedProperty().not());
        agree.setOnAction(_ -> {
            showWaiting(question);
            question.agree();
        });
        Label last = look.label(look.texts().text("pin.last"), "danger-text");
        last.setGraphic(look.icon("mdoal-error", 16));
        show(
                question,
                consent,
                last,
                consent,
                DialogButtons.beside(forgotten(() -> askFirst(question)), look, cancel(question), agree));
    }

    private void showWaiting(PadQuestion question) {
        Label words = look.label(look.texts().text("pad.words"));
        words.setId("pad-words");
        words.setWrapText(true);
        words.setFocusTraversable(true);
        words.setGraphic(look.icon("mdoal-dialpad", 24));
        show(
                question,
                words,
                words,
                DialogButtons.beside(forgotten(() -> showWaiting(question)), look, cancel(question)));
    }

    private void show(PadQuestion question, Node first, Node... below) {
        String title = look.texts().text("pad.title");
        VBox dialog = new VBox(look.label(title, "page-title"), whoAndWhat.node(question.token(), question.use()));
        dialog.getChildren().addAll(below);
        frame.overlay().show(dialog, title, look.px(WIDTH), first, question::cancel);
    }

    private Button forgotten(Runnable back) {
        Button forgotten = look.button("pin-forgotten", look.texts().text("pin.forgotten"), "link");
        forgotten.setOnAction(_ -> trouble.forgotten(back));
        return forgotten;
    }

    private Button cancel(PadQuestion question) {
        Button cancel = look.button("pad-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            question.cancel();
        });
        return cancel;
    }

    /** A question that is open has the same overlay. */
    private void end() {
        if (pin.question().get().isEmpty()) {
            frame.overlay().close();
        }
    }
}
