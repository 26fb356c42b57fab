// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Pin;
import cat.segell.ui.look.Look;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A field for a PIN or password over a {@code char[]} that is wiped: the stock field keeps what is typed in a
 * {@code String}, which nobody can wipe. Shows dots only; nothing can be copied out of it, and nothing pasted in, because the
 * clipboard would keep it. Of marking it knows all or nothing: what is typed next replaces what was marked.
 */
public final class PinField extends HBox {

    /** Longer than any card's PIN and any sensible password of a key file. */
    static final int CAPACITY = 128;

    private static final double DOT = 4;

    /** Dots that fit beside the hint on Caps Lock; what is longer is counted in figures. */
    private static final int DOTS = 14;

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Look look;
    private final char[] typed = new char[CAPACITY];
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper(this, "length");
    private final Rectangle caret;
    private final Text more = new Text();
    private boolean marked;

    PinField(Look look) {
        this("pin", look);
    }

    public PinField(String id, Look look) {
        this.look = look;
        setId(id);
        getStyleClass().add("pin-field");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        caret = new Rectangle(look.px(1.5), look.px(20));
        caret.getStyleClass().add("pin-caret");
        caret.visibleProperty().bind(focusedProperty());
        more.getStyleClass().add("pin-more");
        getChildren().add(caret);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            mark(event.getClickCount() > 1);
            requestFocus();
            event.consume();
        });
        focusedProperty().subscribe(() -> mark(false));
        // However its dialog goes away: what was typed goes with it.
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                wipe();
            }
        });
    }

    public ReadOnlyIntegerProperty length() {
        return length.getReadOnlyProperty();
    }

    /** What was typed; the field is empty afterwards. */
    public Pin take() {
        char[] exact = Arrays.copyOf(typed, length.get());
        try {
            return new Pin(exact);
        } finally {
            Arrays.fill(exact, '\0');
            wipe();
        }
    }

    public void wipe() {
        Arrays.fill(typed, '\0');
        show(0);
    }

    /** Whether another field holds the same. */
    public boolean sameAs(PinField other) {
        return Arrays.equals(typed, 0, length.get(), other.typed, 0, other.length.get());
    }

    /** Shows that what was typed did not do, until something else is typed. */
    public void wrong() {
        getStyleClass().add("wrong");
        length.subscribe((_, now) -> {
            if (now.intValue() > 0) {
                getStyleClass().remove("wrong");
            }
        });
    }

    private void mark(boolean all) {
        marked = all && length.get() > 0;
        pseudoClassStateChanged(MARKED, marked);
    }

    /** Takes in what a person typed here, or elsewhere in its dialog. */
    void typed(KeyEvent event) {
        if (event.isShortcutDown() || (event.isControlDown() && !event.isAltDown())) {
            return;
        }
        String character = event.getCharacter();
        for (int i = 0; i < character.length(); i++) {
            char next = character.charAt(i);
            if (Character.isISOControl(next)) {
                continue;
            }
            wipeMarked();
            if (length.get() < CAPACITY) {
                typed[length.get()] = next;
                show(length.get() + 1);
            }
        }
        if (!character.isEmpty() && !Character.isISOControl(character.charAt(0))) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            mark(true);
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && marked) {
            wipe();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && length.get() > 0) {
            typed[length.get() - 1] = '\0';
            show(length.get() - 1);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            wipe();
            event.consume();
        }
    }

    private void wipeMarked() {
        if (marked) {
            wipe();
        }
    }

    private void show(int count) {
        mark(false);
        length.set(count);
        getChildren().clear();
        for (int i = 0; i < Math.min(count, DOTS); i++) {
            Circle dot = new Circle(look.px(DOT));
            dot.getStyleClass().add("pin-dot");
            getChildren().add(dot);
        }
        if (count > DOTS) {
            more.setText("+" + (count - DOTS));
            getChildren().add(more);
        }
        getChildren().add(caret);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Readers hear how many characters there are, never which. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> "\u2022".repeat(length.get());
            case EDITABLE -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
