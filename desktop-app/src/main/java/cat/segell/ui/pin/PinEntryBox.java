// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Pin;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The PIN's field with all that is said about it: tries left, Caps Lock, a refused entry, the last try's consent. */
public final class PinEntryBox {

    private final Look look;
    private final SecretWords words;
    private final PinField field;
    private final Consent consent;
    private final VBox node = new VBox();

    /** @param hint below the field */
    public PinEntryBox(PinQuestion question, Look look, SecretWords words, String hint) {
        this.look = look;
        this.words = words;
        this.field = new PinField(look);
        field.setAccessibleText(words.label());
        this.consent = new Consent(
                look,
                look.texts().text("pin.consent"),
                look.texts().text("pin.consent.missing"),
                question.request().token().onLastTry());
        node.setSpacing(look.px(6));
        node.getChildren()
                .addAll(
                        FieldHead.of(field, TriesLeft.of(question.request().token(), look), look),
                        CapsLock.watched(field, look));
        question.refusal().ifPresent(this::refused);
        node.getChildren().addAll(consent.nodes());
        node.getChildren().add(hint(hint));
    }

    public Node node() {
        return node;
    }

    /** Where the person starts. */
    public Node field() {
        return field;
    }

    public ReadOnlyIntegerProperty length() {
        return field.length();
    }

    public void disableWhile(ObservableValue<Boolean> checking) {
        field.disableProperty().bind(checking);
    }

    /** What is typed beside the field goes into it: or a PIN would be sent that isn't the one just typed. */
    public void strayed(KeyEvent event) {
        if (!field.isDisabled() && !event.getCharacter().isBlank()) {
            field.requestFocus();
            field.typed(event);
        }
    }

    /** @return absent while the last try's consent is missing: then it says so */
    public Optional<Pin> take() {
        return consent.given() ? Optional.of(field.take()) : Optional.empty();
    }

    private void refused(PinProblem problem) {
        field.wrong();
        node.getChildren()
                .add(Refusal.label(
                        look,
                        "pin-wrong",
                        problem instanceof PinProblem.PinWrong || problem instanceof PinProblem.PasswordWrong
                                ? words.wrong()
                                : ProblemText.of(problem, look.texts().language())
                                        .title()));
    }

    private Node hint(String words) {
        Label hint = look.label(words, "caption");
        hint.setId("pin-hint");
        return hint;
    }
}
