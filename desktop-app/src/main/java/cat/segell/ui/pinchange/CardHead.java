// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.Token;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.signer.TokenWords;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which card is spoken of: whose, what it is called, and the reader that it is in. */
final class CardHead {

    private CardHead() {}

    static Node of(SignerOption signer, Token token, TokenWords tokens, Look look) {
        FontIcon icon = look.icon("mdoal-credit_card", 24);
        icon.getStyleClass().add("who-icon");
        Label where = look.label(tokens.of(token), "caption");
        where.setId("token");
        VBox lines = new VBox(look.px(1), look.foreign(signer.facts().holder(), "section"), where);
        HBox.setHgrow(lines, Priority.ALWAYS);
        VBox box = new VBox(new HBox(icon, lines));
        box.getStyleClass().add("who-and-what");
        return box;
    }
}
