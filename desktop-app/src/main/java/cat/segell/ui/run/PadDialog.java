// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.credential.TokenPlace;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.pin.PadBox;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.pin.PinModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

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
        PadBox pad = new PadBox(question, look);
        CheckBox consent = pad.consent();
        Node buttons = buttons(
                question, () -> askFirst(question), pad.cancel(), pad.agree(consent, () -> showWaiting(question)));
        show(question, consent, buttons, pad.last(), consent);
    }

    private void showWaiting(PadQuestion question) {
        PadBox pad = new PadBox(question, look);
        Label words = pad.words("pad.words");
        show(question, words, buttons(question, () -> showWaiting(question), pad.cancel()), words);
    }

    private void show(PadQuestion question, Node first, Node buttons, Node... below) {
        String title = look.texts().text("pad.title");
        Dialog dialog = new Dialog(
                title,
                look.px(WIDTH),
                look.label(title, "page-title"),
                whoAndWhat.node(question.token(), question.use()));
        dialog.add(below);
        frame.overlay().show(dialog.pin(buttons), first, question::cancel);
    }

    /** A practice card has no issuer whose way could be told. */
    private Node buttons(PadQuestion question, Runnable back, Button... buttons) {
        return question.token().place() instanceof TokenPlace.Practice
                ? DialogButtons.of(look, buttons)
                : DialogButtons.beside(forgotten(back), look, buttons);
    }

    private Button forgotten(Runnable back) {
        Button forgotten = look.button("pin-forgotten", look.texts().text("pin.forgotten"), "link");
        forgotten.setOnAction(_ -> trouble.forgotten(back));
        return forgotten;
    }

    /** A question that is open has the same overlay. */
    private void end() {
        if (pin.question().get().isEmpty()) {
            frame.overlay().close();
        }
    }
}
