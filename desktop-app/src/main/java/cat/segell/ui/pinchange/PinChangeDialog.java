// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.card.catalogue.Route;
import cat.segell.credential.NewPinRequest.Secret;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.ProblemPanel;
import cat.segell.ui.pin.Consent;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.signer.TokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A change of a card's PIN as the person sees it, from the look at the card to how it ended. */
public final class PinChangeDialog {

    private static final double WIDTH = 500;

    private final PinChangeModel model;
    private final TokenWords tokens;
    private final Look look;
    private final Frame frame;
    private Optional<VBox> dialog = Optional.empty();

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

    private void open(PinChangeJob job, Node start, Runnable escape, List<Node> content) {
        String title = title(job);
        VBox box = new VBox(look.label(title, "page-title"));
        box.getChildren().addAll(content);
        dialog = Optional.of(box);
        frame.overlay().show(box, title, look.px(WIDTH), start, escape);
    }

    private String title(PinChangeJob job) {
        return look.texts()
                .text(
                        switch (job.with()) {
                            case PIN -> first(job.signer()) ? "new-pin.title.first" : "new-pin.title";
                            case PUK -> "new-pin.title.puk";
                        });
    }

    private static boolean first(SignerOption signer) {
        return signer.credential().token().pin() == PinState.TO_BE_CHANGED;
    }

    private void looking(PinChangeJob job) {
        Label words = look.label(look.texts().text("new-pin.looking"), "second");
        words.setGraphic(look.icon("mdoal-hourglass_empty", 18));
        Button cancel = cancel();
        open(
                job,
                cancel,
                cancel::fire,
                List.of(head(job, job.signer().credential().token()), words, row(cancel)));
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
        List<Node> content = new ArrayList<>();
        if (first(job.signer())) {
            content.add(look.label(look.texts().text("new-pin.first")));
        }
        content.add(head(job, question.request().token()));
        content.add(fields.node());
        content.add(row(cancel, go));
        open(job, fields.start(), model::cancel, content);
    }

    private void onReader(PinChangeJob job, PadQuestion question) {
        Node head = head(job, question.token());
        if (!question.lastTry() || model.sending().get()) {
            open(job, head, () -> {}, List.of(head, readerWords()));
            return;
        }
        CheckBox consent = Consent.box("pad-consent", look.texts().text("pin.consent"));
        Button agree = look.button("pad-agree", look.texts().text("continue"), "main");
        agree.setDefaultButton(true);
        agree.disableProperty().bind(consent.selectedProperty().not());
        Button cancel = cancel();
        agree.setOnAction(_ -> {
            Label words = readerWords();
            open(job, words, () -> {}, List.of(head(job, question.token()), words));
            question.agree();
        });
        open(job, consent, cancel::fire, List.of(head, consent, row(cancel, agree)));
    }

    /** The way out is on the reader: what it has begun nobody here can end. */
    private Label readerWords() {
        Label words = look.label(look.texts().text("new-pin.reader"));
        words.setId("pad-words");
        words.setFocusTraversable(true);
        words.setGraphic(look.icon("mdoal-dialpad", 24));
        return words;
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
        open(
                job,
                close,
                model::close,
                List.of(
                        head(job, job.signer().credential().token()),
                        words,
                        look.label(look.texts().text("new-pin.kept"), "second"),
                        row(close)));
    }

    private void failed(PinChangeJob job, Problem problem) {
        List<Node> content = new ArrayList<>();
        content.add(new ProblemPanel(problem, frame));
        route(job.signer(), problem).ifPresent(route -> content.add(RoutePanel.of(route, look, frame)));
        Button close = look.button("new-pin-close", look.texts().text("dismiss"));
        close.setOnAction(_ -> model.close());
        List<Button> buttons = new ArrayList<>(List.of(close));
        if (problem instanceof TokenLocked && job.with() == Secret.PIN) {
            buttons.add(withPuk(job));
        }
        buttons.getLast().getStyleClass().add("main");
        buttons.getLast().setDefaultButton(true);
        content.add(row(buttons.toArray(Button[]::new)));
        open(job, buttons.getLast(), model::close, content);
    }

    private Button withPuk(PinChangeJob job) {
        Button puk = look.button("forgotten-puk", look.texts().text("new-pin.title.puk"));
        puk.setOnAction(_ -> {
            model.close();
            model.begin(new PinChangeJob(job.signer(), Secret.PUK, job.signing(), job.done(), job.cancelled()));
        });
        return puk;
    }

    /** The issuer's way on, where there is none here. */
    private static Optional<Route> route(SignerOption signer, Problem problem) {
        if (problem instanceof PinChangeUnsupported) {
            return Optional.of(signer.ways().changingPin());
        }
        boolean withoutPin =
                problem instanceof UnblockUnsupported || problem instanceof PukLocked || problem instanceof TokenLocked;
        return withoutPin ? Optional.of(signer.ways().unblocking()) : Optional.empty();
    }

    private Node head(PinChangeJob job, Token token) {
        return CardHead.of(job.signer(), token, tokens, look);
    }

    private Button cancel() {
        Button cancel = look.button("new-pin-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            model.cancel();
        });
        return cancel;
    }

    private Node row(Button... actions) {
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), actions);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
