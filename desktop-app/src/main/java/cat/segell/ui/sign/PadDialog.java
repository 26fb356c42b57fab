// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.credential.PinRequest;
import cat.segell.ui.Bag;
import cat.segell.ui.Frame;
import cat.segell.ui.Look;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Sends the person to the reader's own keys. Nothing can be entered here, and only the reader can stop it. */
final class PadDialog {

    private static final double WIDTH = 500;

    private final PinModel pin;
    private final SignViewModel model;
    private final Look look;
    private final Frame frame;

    PadDialog(PinModel pin, SignViewModel model, Look look, Frame frame) {
        this.pin = pin;
        this.model = model;
        this.look = look;
        this.frame = frame;
    }

    void listen(Bag bag) {
        bag.on(pin.pad(), waiting -> waiting.ifPresentOrElse(this::show, this::end));
    }

    private void show(PinRequest request) {
        Label words = look.label(look.texts().text("pad.words"));
        words.setId("pad-words");
        words.setWrapText(true);
        words.setFocusTraversable(true);
        words.setGraphic(look.icon("mdoal-dialpad", 24));
        String title = look.texts().text("pad.title");
        VBox dialog =
                new VBox(look.label(title, "page-title"), new WhoAndWhat(model, look).node(request.token()), words);
        frame.overlay().show(dialog, title, look.px(WIDTH), words, () -> {});
    }

    /** A question that is open has the same overlay. */
    private void end() {
        if (pin.question().get().isEmpty()) {
            frame.overlay().close();
        }
    }
}
