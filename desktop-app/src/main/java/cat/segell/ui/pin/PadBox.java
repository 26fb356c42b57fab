// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.ui.look.Look;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** What is said of a reader with keys of its own, and what a person can do there: agree to the last try, and cancel. */
public final class PadBox {

    private final PadQuestion question;
    private final Look look;

    public PadBox(PadQuestion question, Look look) {
        this.question = question;
        this.look = look;
    }

    /** That a wrong entry locks the card. */
    public Label last() {
        Label last = look.label(look.texts().text("pin.last"), "danger-text");
        last.setGraphic(look.icon("mdoal-error", 16));
        return last;
    }

    public CheckBox consent() {
        return Consent.box("pad-consent", look.texts().text("pin.consent"));
    }

    /** @param waiting shows that the reader waits */
    public Button agree(CheckBox consent, Runnable waiting) {
        Button agree = look.button("pad-agree", look.texts().text("continue"), "main");
        agree.setDefaultButton(true);
        agree.disableProperty().bind(consent.selectedProperty().not());
        agree.setOnAction(_ -> {
            waiting.run();
            question.agree();
        });
        return agree;
    }

    /** Sends the person to the reader. */
    public Label words(String text) {
        Label words = look.label(look.texts().text(text));
        words.setId("pad-words");
        words.setFocusTraversable(true);
        words.setGraphic(look.icon("mdoal-dialpad", 24));
        return words;
    }

    /** Once: it takes a moment until the reader gives up. */
    public Button cancel() {
        Button cancel = look.button("pad-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            question.cancel();
        });
        return cancel;
    }
}
