// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.pin.PadBox;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.signer.TokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** A change of a card's PIN as the person sees it, from the look at the card to how it ended. */
public final class PinChangeDialog {

    private static final double WIDTH = 500;

    private final PinChangeModel model;
    private final TokenWords tokens;
    private final Look look;
    private final Frame frame;
    private Optional<Dialog> dialog = Optional.empty();

    public PinChangeDialog(PinChangeModel model, TokenWords tokens, Look look, Frame frame) {
        this.model = model;
        this.tokens = tokens;
        this.look = look;
        this.frame = frame;
    }

    public void listen(Bag bag) {
        bag.on(model.stage(), this::show);
    }

    private void show(PinChangeStage stage) {
        switch (stage) {
            case PinChangeStage.Idle _ -> end();
            case PinChangeStage.Looking(PinChangeJob job) -> looking(job);
            case PinChangeStage.Asking(PinChangeJob job, NewPinQuestion question) -> ask(job, question);
            case PinChangeStage.OnReader(PinChangeJob job, PadQuestion question) -> onReader(job, question);
            case PinChangeStage.Done(PinChangeJob job) -> done(job);
            case PinChangeStage.Failed(PinChangeJob job, Problem problem) -> failed(job, problem);
        }
    }

    /** Only what this one opened. */
    private void end() {
        dialog.ifPresent(frame.overlay()::close);
        dialog = Optional.empty();
    }

    private Dialog titled(PinChangeJob job, Token token, Node... content) {
        String title = title(job, token);
        Dialog titled = new Dialog(
                title, look.px(WIDTH), look.label(title, "page-title"), CardHead.of(job.signer(), token, tokens, look));
        titled.add(content);
        return titled;
    }

    private void open(Dialog titled, Node start, Runnable escape) {
        dialog = Optional.of(titled);
        frame.overlay().show(titled, start, escape);
    }

    private String title(PinChangeJob job, Token token) {
        return look.texts()
                .text(
                        switch (job.with()) {
                            case PIN -> first(job, token) ? "new-pin.title.first" : "new-pin.title";
                            case PUK -> "new-pin.title.puk";
                        });
    }

    private static boolean first(PinChangeJob job, Token token) {
        return job.with() == Secret.PIN && token.pin() == PinState.TO_BE_CHANGED;
    }

    /** As it was when the signer was found. */
    private static Token token(PinChangeJob job) {
        return job.signer().credential().token();
    }

    private void looking(PinChangeJob job) {
        Label words = look.label(look.texts().text("new-pin.looking"), "second");
        words.setGraphic(look.icon("mdoal-hourglass_empty", 18));
        Button cancel = cancel();
        open(titled(job, token(job), words).pin(DialogButtons.of(look, cancel)), cancel, cancel::fire);
    }

    private void ask(PinChangeJob job, NewPinQuestion question) {
        NewPinBox fields = new NewPinBox(question, look);
        fields.disableWhile(model.sending());
        Button go = look.button("new-pin-go", "", "main");
        String words = look.texts().text(job.with() == Secret.PUK ? "new-pin.go.puk" : "new-pin.go");
        String checking = look.texts().text("pin.checking");
        go.textProperty().bind(model.sending().map(sending -> sending ? checking : words));
        go.setDefaultButton(true);
        go.disableProperty().bind(fields.complete().not().or(model.sending()));
        go.setOnAction(_ -> fields.handTo(model));
        Button cancel = look.button("new-pin-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> model.cancel());
        cancel.disableProperty().bind(model.sending());
        Token token = question.request().token();
        Label why = look.label(look.texts().text("new-pin.first"));
        why.setVisible(first(job, token));
        why.setManaged(why.isVisible());
        Dialog asking = titled(job, token, why, fields.node()).pin(DialogButtons.of(look, cancel, go));
        open(asking, fields.start(), model::cancel);
    }

    private void onReader(PinChangeJob job, PadQuestion question) {
        if (!question.lastTry() || model.sending().get()) {
            waitForReader(job, question);
            return;
        }
        PadBox pad = new PadBox(question, look);
        CheckBox consent = pad.consent();
        Button agree = pad.agree(consent, () -> waitForReader(job, question));
        Dialog asking =
                titled(job, question.token(), pad.last(), consent).pin(DialogButtons.of(look, pad.cancel(), agree));
        open(asking, consent, question::cancel);
    }

    private void waitForReader(PinChangeJob job, PadQuestion question) {
        PadBox pad = new PadBox(question, look);
        Label words = pad.words("new-pin.reader");
        Label whatCancellingMeans = look.label(look.texts().text("new-pin.reader.cancel"), "second");
        Dialog waiting =
                titled(job, question.token(), words, whatCancellingMeans).pin(DialogButtons.of(look, pad.cancel()));
        // Esc is pressed too easily for what may leave the PIN uncertain.
        open(waiting, words, () -> {});
    }

    private void done(PinChangeJob job) {
        Label words =
                look.label(look.texts().text(job.with() == Secret.PUK ? "new-pin.done.puk" : "new-pin.done"), "medium");
        words.setId("new-pin-done");
        words.setGraphic(look.icon("mdoal-check_circle", 24));
        words.getGraphic().getStyleClass().add("success-text");
        Button close =
                look.button("new-pin-close", look.texts().text(job.signing() ? "new-pin.sign" : "dismiss"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> model.close());
        Label kept = look.label(look.texts().text("new-pin.kept"), "second");
        open(titled(job, token(job), words, kept).pin(DialogButtons.of(look, close)), close, model::close);
    }

    private void failed(PinChangeJob job, Problem problem) {
        Button close = look.button("new-pin-close", look.texts().text("dismiss"));
        close.setOnAction(_ -> model.close());
        List<Button> buttons = new ArrayList<>(List.of(close));
        if (problem instanceof TokenLocked && job.with() == Secret.PIN) {
            buttons.add(withPuk(job));
        }
        buttons.getLast().getStyleClass().add("main");
        buttons.getLast().setDefaultButton(true);
        Dialog failed = titled(job, token(job), new ProblemPanel(problem, frame));
        failed.add(new IssuersPanels(job.signer(), look, frame).after(problem).toArray(Node[]::new));
        open(failed.pin(DialogButtons.of(look, buttons.toArray(Button[]::new))), buttons.getLast(), model::close);
    }

    private Button withPuk(PinChangeJob job) {
        Button puk = look.button("forgotten-puk", look.texts().text("new-pin.title.puk"));
        puk.setOnAction(_ -> {
            model.close();
            model.begin(new PinChangeJob(job.signer(), Secret.PUK, job.signing(), job.done(), job.cancelled()));
        });
        return puk;
    }

    private Button cancel() {
        Button cancel = look.button("new-pin-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            model.cancel();
        });
        return cancel;
    }
}
