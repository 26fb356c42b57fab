// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Pin;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The PIN's field with all that is said about it: tries left, Caps Lock, a refused entry, the last try's consent. */
public final class PinEntryBox {

    private final Look look;
    private final SecretWords words;
    private final PinField field;
    private final CheckBox consent;
    private final BooleanProperty unticked = new SimpleBooleanProperty(this, "unticked");
    private final VBox node = new VBox();

    /** @param hint below the field */
    public PinEntryBox(PinQuestion question, Look look, SecretWords words, String hint) {
        this.look = look;
        this.words = words;
        this.field = new PinField(look);
        field.setAccessibleText(words.label());
        this.consent = consent(question.request().token().pin() == PinState.FINAL_TRY);
        node.setSpacing(look.px(6));
        node.getChildren().addAll(head(question.request().token()), CapsLock.watched(field, look));
        question.refusal().ifPresent(this::refused);
        node.getChildren().addAll(consent, missing(), hint(hint));
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
        if (consent.isVisible() && !consent.isSelected()) {
            unticked.set(true);
            consent.setAccessibleHelp(look.texts().text("pin.consent.missing"));
            consent.requestFocus();
            return Optional.empty();
        }
        return Optional.of(field.take());
    }

    private CheckBox consent(boolean needed) {
        CheckBox box = new CheckBox(look.texts().text("pin.consent"));
        box.setId("pin-consent");
        box.getStyleClass().add("consent");
        box.setWrapText(true);
        box.setVisible(needed);
        box.setManaged(needed);
        return box;
    }

    private Node head(Token token) {
        Label name = new Label(words.label());
        name.getStyleClass().add("medium");
        name.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(look.px(8), name, space);
        head.setAlignment(Pos.CENTER_LEFT);
        tries(token).ifPresent(marker -> head.getChildren().add(marker.tag(look)));
        return head;
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
            case READY, NOT_NEEDED, NOT_SET, TO_BE_CHANGED -> Optional.empty();
        };
    }

    private void refused(PinProblem problem) {
        field.getStyleClass().add("wrong");
        node.getChildren()
                .add(danger(
                        "pin-wrong",
                        problem instanceof PinProblem.PinWrong || problem instanceof PinProblem.PasswordWrong
                                ? words.wrong()
                                : ProblemText.of(problem, look.texts().language())
                                        .title()));
        field.length().subscribe((_, now) -> {
            if (now.intValue() > 0) {
                field.getStyleClass().remove("wrong");
            }
        });
    }

    /** Why nothing is signed yet, once the person has tried. */
    private Node missing() {
        Label words = danger("pin-unticked", look.texts().text("pin.consent.missing"));
        words.visibleProperty().bind(unticked.and(consent.selectedProperty().not()));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Label danger(String id, String words) {
        Label label = look.label(words, "fact", "danger-text");
        label.setId(id);
        label.setGraphic(look.icon("mdoal-error", 16));
        label.getGraphic().getStyleClass().add("danger-text");
        return label;
    }

    private Node hint(String words) {
        Label hint = look.label(words, "caption");
        hint.setId("pin-hint");
        return hint;
    }
}
