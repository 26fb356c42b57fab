// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.credential.TokenPlace;
import cat.segell.problem.Problem;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.pin.PinEntryBox;
import cat.segell.ui.pin.PinModel;
import cat.segell.ui.pin.PinQuestion;
import cat.segell.ui.pin.SecretWords;
import cat.segell.ui.run.BatchModel.Phase;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/** Asks for the PIN: for which certificate, for which documents; and says it when the last entry locked the card. */
public final class PinDialog {

    private static final double WIDTH = 500;

    private final BatchModel batch;
    private final PinModel pin;
    private final PinTrouble trouble;
    private final WhoAndWhat whoAndWhat;
    private final Look look;
    private final Frame frame;

    public PinDialog(BatchModel batch, PinTrouble trouble, WhoAndWhat whoAndWhat, Look look, Frame frame) {
        this.batch = batch;
        this.pin = batch.pin();
        this.trouble = trouble;
        this.whoAndWhat = whoAndWhat;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(pin.question(), question -> question.ifPresentOrElse(this::ask, frame.overlay()::close));
        bag.on(pin.locked(), locked -> locked.ifPresent(this::showLocked));
    }

    private void ask(PinQuestion question) {
        SecretWords words = SecretWords.of(question.request().token(), look.texts());
        String hint = batch.practice() ? look.texts().text("pin.hint.practice") : words.hint();
        PinEntryBox entry = new PinEntryBox(question, look, words, hint);
        entry.disableWhile(pin.checking());
        Dialog dialog = new Dialog(
                words.title(),
                look.px(WIDTH),
                look.label(words.title(), "page-title"),
                whoAndWhat.node(question.request().token(), question.request().use()),
                entry.node());
        dialog.addEventHandler(KeyEvent.KEY_TYPED, entry::strayed);
        frame.overlay().show(dialog.pin(buttons(question, entry)), entry.field(), this::cancel);
    }

    /** A key file has no other way in, and the practice card's PIN stands beside its field. */
    private boolean isOfACard(PinQuestion question) {
        return !batch.practice() && !(question.request().token().place() instanceof TokenPlace.KeyFile);
    }

    private Button forgotten(PinQuestion question) {
        Button forgotten = look.button("pin-forgotten", look.texts().text("pin.forgotten"), "link");
        forgotten.disableProperty().bind(pin.checking());
        forgotten.setOnAction(_ -> trouble.forgotten(() -> ask(question)));
        return forgotten;
    }

    private Node buttons(PinQuestion question, PinEntryBox entry) {
        Button cancel = look.button("pin-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> cancel());
        Button sign = look.button("pin-sign", "", "main");
        String go = batch.phase().get() == Phase.SIGNING
                ? look.texts().text("continue")
                : look.texts().text("sign.documents", "count", batch.rows().size());
        sign.textProperty()
                .bind(pin.checking().map(checking -> checking ? look.texts().text("pin.checking") : go));
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> entry.length().get() > 0 && !pin.checking().get(), entry.length(), pin.checking());
        sign.setDefaultButton(true);
        sign.disableProperty().bind(ready.not());
        sign.setOnAction(_ -> entry.take().ifPresent(pin::answer));
        return isOfACard(question)
                ? DialogButtons.beside(forgotten(question), look, cancel, sign)
                : DialogButtons.of(look, cancel, sign);
    }

    private void cancel() {
        if (!pin.checking().get()) {
            pin.cancel();
        }
    }

    private void showLocked(Problem problem) {
        Button close = look.button("pin-close", look.texts().text("dismiss"));
        close.setOnAction(_ -> pin.cancel());
        Button main = batch.practice() ? giveTriesBack() : unblock();
        main.getStyleClass().add("main");
        main.setDefaultButton(true);
        String title = look.texts().text("pin.locked");
        Dialog dialog =
                new Dialog(title, look.px(WIDTH), look.label(title, "page-title"), new ProblemPanel(problem, frame));
        frame.overlay().show(dialog.pin(DialogButtons.of(look, close, main)), main, pin::cancel);
    }

    private Button unblock() {
        Button unblock = look.button("pin-unblock", look.texts().text("pin.unblock"));
        unblock.setOnAction(_ -> {
            pin.cancel();
            trouble.locked();
        });
        return unblock;
    }

    private Button giveTriesBack() {
        Button unlock = look.button("practice-unlock", look.texts().text("practice.unlock"));
        unlock.setOnAction(_ -> {
            pin.cancel();
            trouble.unlockPractice();
        });
        return unlock;
    }
}
