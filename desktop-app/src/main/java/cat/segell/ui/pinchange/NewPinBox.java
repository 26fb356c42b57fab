// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.PinLengths;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.NewPinSame;
import cat.segell.problem.PinProblem.NewPinsDiffer;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.pin.CapsLock;
import cat.segell.ui.pin.Consent;
import cat.segell.ui.pin.FieldHead;
import cat.segell.ui.pin.PinField;
import cat.segell.ui.pin.Refusal;
import cat.segell.ui.pin.TriesLeft;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The fields of a change: the present PIN or the PUK, the new PIN twice, and all that is said about them. */
final class NewPinBox {

    private final NewPinQuestion question;
    private final Look look;
    private final PinField present;
    private final PinField fresh;
    private final PinField again;
    private final VBox belowPresent = new VBox();
    private final VBox belowFresh = new VBox();
    private final Consent consent;
    private final VBox node;

    NewPinBox(NewPinQuestion question, Look look) {
        this.question = question;
        this.look = look;
        boolean puk = question.request().with() == Secret.PUK;
        this.present = field("pin-present", puk ? "new-pin.puk" : "new-pin.present");
        this.fresh = field("pin-new", "new-pin.fresh");
        this.again = field("pin-again", "new-pin.again");
        this.consent = new Consent(
                look,
                look.texts().text(puk ? "new-pin.consent.puk" : "pin.consent"),
                look.texts().text(puk ? "new-pin.consent.missing.puk" : "pin.consent.missing"),
                question.request().lastTry());
        this.node = new VBox(look.px(14), presentPart(puk), freshPart(), againPart());
        question.refusal().ifPresent(this::refused);
    }

    private PinField field(String id, String name) {
        PinField field = new PinField(id, look);
        field.setAccessibleText(look.texts().text(name));
        return field;
    }

    private VBox presentPart(boolean puk) {
        VBox part = part(present, tries(), belowPresent);
        if (puk) {
            part.getChildren().add(look.label(look.texts().text("new-pin.puk.care"), "caption"));
        }
        return part;
    }

    private VBox freshPart() {
        VBox part = part(fresh, Optional.empty(), belowFresh);
        lengths().ifPresent(words -> part.getChildren().add(look.label(words, "caption")));
        return part;
    }

    private VBox againPart() {
        VBox part = part(again, Optional.empty(), new VBox());
        part.getChildren().addAll(consent.nodes());
        return part;
    }

    private VBox part(PinField field, Optional<Marker> tag, VBox below) {
        below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        return new VBox(look.px(6), FieldHead.of(field, tag, look), CapsLock.watched(field, look), below);
    }

    /** Of a PUK only the last one is known. */
    private Optional<Marker> tries() {
        NewPinRequest request = question.request();
        return switch (request.with()) {
            case PIN -> TriesLeft.of(request.token(), look);
            case PUK -> request.lastTry() ? Optional.of(TriesLeft.last(look)) : Optional.empty();
        };
    }

    private Optional<String> lengths() {
        PinLengths lengths = question.request().lengths();
        if (!lengths.known()) {
            return Optional.empty();
        }
        return Optional.of(
                lengths.shortest() == lengths.longest()
                        ? look.texts().text("new-pin.length", "count", lengths.longest())
                        : look.texts()
                                .text(
                                        "new-pin.lengths",
                                        Map.of("shortest", lengths.shortest(), "longest", lengths.longest())));
    }

    private void refused(Problem problem) {
        boolean ofTheNewOne = problem instanceof NewPinLength
                || problem instanceof NewPinRefused
                || problem instanceof NewPinSame
                || problem instanceof NewPinsDiffer;
        PinField field = ofTheNewOne ? fresh : present;
        VBox below = ofTheNewOne ? belowFresh : belowPresent;
        Label words = Refusal.label(
                look, "pin-wrong", ProblemText.of(problem, look.language()).title());
        belowPresent.getChildren().clear();
        belowFresh.getChildren().clear();
        below.getChildren().setAll(words);
        field.wrong();
        field.setAccessibleHelp(words.getText());
        field.requestFocus();
    }

    Node node() {
        return node;
    }

    /** Where the person starts. */
    Node start() {
        return present;
    }

    void disableWhile(ObservableValue<Boolean> sending) {
        node.disableProperty().bind(sending);
    }

    BooleanBinding complete() {
        return Bindings.createBooleanBinding(
                () -> present.length().get() > 0
                        && fresh.length().get() > 0
                        && again.length().get() > 0,
                present.length(),
                fresh.length(),
                again.length());
    }

    /** Hands over what was typed, unless something speaks against it: then it says so, and nothing is sent. */
    void handTo(PinChangeModel model) {
        Optional<Problem> against = question.against(fresh.length().get(), fresh.sameAs(again));
        if (against.isPresent()) {
            fresh.wipe();
            again.wipe();
            refused(against.get());
        } else if (consent.given()) {
            again.wipe();
            model.answer(present.take(), fresh.take());
        }
    }
}
