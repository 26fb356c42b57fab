// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Regions;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What to do without the PIN, for just this card: with its PUK here, or by its issuer's way. Sends nothing to the card. */
public final class ForgottenPin {

    private static final double WIDTH = 500;

    private final Look look;
    private final Frame frame;

    public ForgottenPin(Look look, Frame frame) {
        this.look = look;
        this.frame = frame;
    }

    /** From where the person comes, and goes back to. */
    public enum From {
        /** The question for the PIN, which waits. */
        QUESTION,
        LOCKED,
        /** What would unblock it is locked as well. */
        PUK_LOCKED,
        /** Nobody has chosen a PIN yet. */
        UNSET,
        ELSEWHERE
    }

    /**
     * @param back to where the person was
     * @param unblock where the PUK is at hand
     */
    public void show(SignerOption signer, From from, Runnable back, Runnable unblock) {
        String kind = kind(signer, from);
        String title = look.texts().text("forgotten.title" + kind);
        Dialog dialog = new Dialog(title, look.px(WIDTH), look.label(title, "page-title"));
        if (kind.isEmpty()) {
            dialog.add(look.label(look.texts().text("forgotten.unspent"), "second"));
        }
        boolean pukLocked =
                from == From.PUK_LOCKED || signer.credential().token().pin() == PinState.PUK_LOCKED;
        if (!pukLocked) {
            withPuk(signer, unblock).ifPresent(dialog::add);
        }
        dialog.add(new IssuersPanels(signer, look, frame).withoutPin(pukLocked).toArray(Node[]::new));
        Runnable leave = () -> leave(dialog, back);
        dialog.pin(closing(from, leave));
        frame.overlay().show(dialog, Regions.first(dialog).orElse(dialog), leave);
    }

    /** As the card was told to be when somebody tried, else as it was seen. */
    private static String kind(SignerOption signer, From from) {
        return switch (from) {
            case LOCKED, PUK_LOCKED -> ".locked";
            case UNSET -> ".unset";
            case QUESTION, ELSEWHERE -> signer.locked() ? ".locked" : "";
        };
    }

    /** A reader with keys of its own takes no PUK. */
    private Optional<Node> withPuk(SignerOption signer, Runnable unblock) {
        Token token = signer.credential().token();
        if (signer.card().isEmpty() || token.keypad()) {
            return Optional.empty();
        }
        Button go = look.button("forgotten-puk", look.texts().text("new-pin.title.puk"), "main");
        go.setOnAction(_ -> {
            frame.overlay().close();
            unblock.run();
        });
        return Optional.of(new VBox(
                look.px(6),
                look.label(look.texts().text("forgotten.puk.title"), "section"),
                look.label(look.texts().text("forgotten.puk")),
                new FlowPane(go)));
    }

    private Node closing(From from, Runnable leave) {
        Button button =
                look.button("forgotten-back", look.texts().text(from == From.QUESTION ? "forgotten.back" : "dismiss"));
        button.setOnAction(_ -> leave.run());
        return DialogButtons.of(look, button);
    }

    private void leave(Dialog dialog, Runnable back) {
        frame.overlay().close(dialog);
        back.run();
    }
}
