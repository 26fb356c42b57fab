// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.text.Messages;

/** How a token's secret is spoken of: a card has a PIN, a key file a password. */
public record SecretWords(String title, String label, String wrong, String hint) {

    /** Where a file is opened to see who is in it, before anything is signed. */
    public static SecretWords ofKeyFile(Messages texts) {
        return new SecretWords(
                texts.text("pin.title.file"),
                texts.text("pin.label.file"),
                texts.text("key-file.wrong"),
                texts.text("key-file.hint"));
    }

    public static SecretWords of(Token token, Messages texts) {
        String which = switch (token.place()) {
            case TokenPlace.KeyFile _ -> ".file";
            case TokenPlace.Slot _, TokenPlace.Practice _, TokenPlace.Elsewhere _ -> "";
        };
        return new SecretWords(
                texts.text("pin.title" + which),
                texts.text("pin.label" + which),
                texts.text("pin.wrong" + which),
                texts.text("pin.hint" + which));
    }
}
