// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.ui.Bag;
import cat.segell.ui.Frame;
import cat.segell.ui.Look;
import cat.segell.ui.Marker;
import cat.segell.ui.ProblemPanel;
import cat.segell.ui.Tone;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the PIN: for which certificate, for which documents, with how many tries left. */
final class PinDialog {

    private static final double WIDTH = 500;

    private final PinModel pin;
    private final SignViewModel model;
    private final Look look;
    private final Frame frame;
    private final BooleanProperty untickedTry = new SimpleBooleanProperty(this, "untickedTry");

    PinDialog(PinModel pin, SignViewModel model, Look look, Frame frame) {
        this.pin = pin;
        this.model = model;
        this.look = look;
        this.frame = frame;
    }

    void listen(Bag bag) {
        bag.on(pin.question(), question -> question.ifPresentOrElse(this::ask, frame.overlay()::close));
        bag.on(pin.locked(), locked -> locked.ifPresent(this::showLocked));
    }

    private String title() {
        boolean file = pin.question()
                .get()
                .flatMap(question -> question.request().credential())
                .filter(credential -> credential.key().startsWith("pkcs12:"))
                .isPresent();
        return look.texts().text(file ? "pin.title.file" : "pin.title");
    }

    private void ask(PinQuestion question) {
        Token token = question.request().token();
        untickedTry.set(false);
        PinField field = new PinField(look);
        CheckBox consent = new CheckBox(look.texts().text("pin.consent"));
        consent.setId("pin-consent");
        consent.getStyleClass().add("consent");
        boolean finalTry = token.pin() == PinState.FINAL_TRY;
        consent.setVisible(finalTry);
        consent.setManaged(finalTry);
        field.setAccessibleText(look.texts().text("pin.label"));
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> field.length().get() > 0 && !pin.checking().get(), field.length(), pin.checking());
        field.disableProperty().bind(pin.checking());
        VBox dialog = new VBox(
                look.label(title(), "page-title"),
                new WhoAndWhat(model, look).node(token),
                entry(question, field, consent),
                buttons(field, consent, ready));
        dialog.addEventHandler(KeyEvent.KEY_TYPED, event -> strayed(event, field));
        frame.overlay().show(dialog, title(), look.px(WIDTH), field, this::cancel);
    }

    /** What is typed beside the field goes into it: or a PIN would be sent that isn't the one just typed. */
    private static void strayed(KeyEvent event, PinField field) {
        if (!field.isDisabled() && !event.getCharacter().isBlank()) {
            field.requestFocus();
            field.typed(event);
        }
    }

    private Node entry(PinQuestion question, PinField field, CheckBox consent) {
        Label name = new Label(look.texts().text("pin.label"));
        name.getStyleClass().add("medium");
        name.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(look.px(8), name, space);
        head.setAlignment(Pos.CENTER_LEFT);
        tries(question.request().token()).ifPresent(marker -> head.getChildren().add(marker.tag(look)));
        VBox entry = new VBox(look.px(6), head, CapsLock.watched(field, look));
        question.refusal().ifPresent(problem -> {
            field.getStyleClass().add("wrong");
            entry.getChildren().add(wrong(problem));
            field.length().subscribe((_, now) -> {
                if (now.intValue() > 0) {
                    field.getStyleClass().remove("wrong");
                }
            });
        });
        entry.getChildren().addAll(consent, unticked(consent), hint());
        return entry;
    }

    /** Why nothing is signed yet, once the person has tried. */
    private Node unticked(CheckBox consent) {
        Label words = danger("pin-unticked", look.texts().text("pin.consent.missing"));
        words.visibleProperty().bind(untickedTry.and(consent.selectedProperty().not()));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node wrong(PinProblem problem) {
        String words = problem instanceof PinProblem.PinWrong
                ? look.texts().text("pin.wrong")
                : new SignWords(look).title(problem);
        return danger("pin-wrong", words);
    }

    private Label danger(String id, String words) {
        Label label = look.label(words, "fact", "danger-text");
        label.setId(id);
        label.setGraphic(look.icon("mdoal-error", 16));
        label.getGraphic().getStyleClass().add("danger-text");
        return label;
    }

    private Node hint() {
        Label hint = look.label(look.texts().text(model.practice() ? "pin.hint.practice" : "pin.hint"), "caption");
        hint.setId("pin-hint");
        return hint;
    }

    private Optional<Marker> tries(Token token) {
        if (token.triesLeft().isPresent() && token.pin() != PinState.FINAL_TRY) {
            int left = token.triesLeft().getAsInt();
            String words = look.texts().text("pin.tries", "count", left);
            return Optional.of(
                    left > 2
                            ? new Marker(Tone.NEUTRAL, "", words)
                            : new Marker(left == 2 ? Tone.CARE : Tone.BAD, "mdomz-warning", words));
        }
        return switch (token.pin()) {
            case FEW_TRIES ->
                Optional.of(new Marker(Tone.CARE, "mdomz-warning", look.texts().text("pin.few")));
            case FINAL_TRY ->
                Optional.of(new Marker(Tone.BAD, "mdoal-error", look.texts().text("pin.last")));
            case LOCKED ->
                Optional.of(new Marker(Tone.BAD, "mdoal-lock", look.texts().text("pin.locked")));
            case READY, NOT_NEEDED, PIN_PAD, NOT_SET -> Optional.empty();
        };
    }

    private Node buttons(PinField field, CheckBox consent, BooleanBinding ready) {
        Button cancel = look.button("pin-cancel", look.texts().text("cancel"));
        cancel.setOnAction(_ -> cancel());
        Button sign = look.button("pin-sign", "", "main");
        sign.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> pin.checking().get()
                                ? look.texts().text("pin.checking")
                                : look.texts()
                                        .text(
                                                "sign.documents",
                                                "count",
                                                model.batch().rows().size()),
                        pin.checking()));
        sign.setDefaultButton(true);
        sign.disableProperty().bind(ready.not());
        sign.setOnAction(_ -> answer(field, consent));
        FlowPane buttons = new FlowPane(look.px(8), look.px(8), cancel, sign);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void answer(PinField field, CheckBox consent) {
        if (consent.isVisible() && !consent.isSelected()) {
            untickedTry.set(true);
            consent.setAccessibleHelp(look.texts().text("pin.consent.missing"));
            consent.requestFocus();
        } else {
            pin.answer(field.take());
        }
    }

    private void cancel() {
        if (!pin.checking().get()) {
            pin.cancel();
        }
    }

    private void showLocked(Problem problem) {
        Button close = look.button("pin-close", look.texts().text("dismiss"), "main");
        close.setDefaultButton(true);
        close.setOnAction(_ -> pin.cancel());
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox dialog = new VBox(
                look.label(look.texts().text("pin.locked"), "page-title"), new ProblemPanel(problem, frame), buttons);
        frame.overlay().show(dialog, look.texts().text("pin.locked"), look.px(WIDTH), close, pin::cancel);
    }
}
