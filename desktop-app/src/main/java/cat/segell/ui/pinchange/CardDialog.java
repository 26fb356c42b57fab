// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Dialog;
import cat.segell.ui.parts.DialogButtons;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.pin.TriesLeft;
import cat.segell.ui.signer.TokenWords;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A card's PIN: how it stands, and what can be done about it. */
public final class CardDialog {

    private static final double WIDTH = 500;

    private final PinChangeModel model;
    private final ForgottenPin forgotten;
    private final TokenWords tokens;
    private final Look look;
    private final Frame frame;

    public CardDialog(PinChangeModel model, ForgottenPin forgotten, TokenWords tokens, Look look, Frame frame) {
        this.model = model;
        this.forgotten = forgotten;
        this.tokens = tokens;
        this.look = look;
        this.frame = frame;
    }

    /** @param lookAgain for cards and certificates, as they are now */
    public void show(SignerOption signer, Runnable lookAgain) {
        String title = look.texts().text("card.title");
        Token token = signer.credential().token();
        Dialog dialog = new Dialog(
                title, look.px(WIDTH), look.label(title, "page-title"), CardHead.of(signer, token, tokens, look));
        TriesLeft.of(token, look).ifPresent(tries -> dialog.add(tries.tag(look)));
        if (token.pin() == PinState.TO_BE_CHANGED) {
            dialog.add(look.label(look.texts().text("new-pin.first")));
        }
        List<Button> actions = actions(signer, lookAgain);
        Button close = look.button("card-close", look.texts().text("dismiss"));
        close.setOnAction(_ -> frame.overlay().close());
        dialog.add(column(actions));
        frame.overlay().show(dialog.pin(DialogButtons.of(look, close)), actions.getFirst(), frame.overlay()::close);
    }

    private List<Button> actions(SignerOption signer, Runnable lookAgain) {
        Token token = signer.credential().token();
        List<Button> actions = new ArrayList<>();
        if (!token.pin().isLocked()) {
            actions.add(action("card-change", "new-pin.title", "mdoal-dialpad", () -> begin(signer, Secret.PIN)));
        }
        if (!token.keypad() && token.pin() != PinState.PUK_LOCKED) {
            actions.add(
                    action("card-unblock", "new-pin.title.puk", "mdoal-lock_open", () -> begin(signer, Secret.PUK)));
        }
        actions.add(action(
                "card-forgotten",
                "pin.forgotten",
                "mdoal-help_outline",
                () -> forgotten.show(signer, ForgottenPin.From.ELSEWHERE, () -> {}, () -> begin(signer, Secret.PUK))));
        actions.add(action("card-again", "signer.again", "mdomz-refresh", lookAgain));
        return actions;
    }

    private void begin(SignerOption signer, Secret with) {
        model.begin(PinChangeJob.alone(signer, with));
    }

    private Button action(String id, String words, String icon, Runnable what) {
        Button button = look.button(id, look.texts().text(words));
        button.setGraphic(look.icon(icon, 18));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> {
            frame.overlay().close();
            what.run();
        });
        return button;
    }

    private Node column(List<Button> actions) {
        VBox column = new VBox(look.px(8));
        column.getChildren().addAll(actions);
        return column;
    }
}
