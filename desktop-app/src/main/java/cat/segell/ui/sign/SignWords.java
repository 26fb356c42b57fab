// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.text.Messages;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.signer.SignerWords;

/** The main button in words. */
final class SignWords {

    private final Messages texts;

    SignWords(Look look) {
        this.texts = look.texts();
    }

    /** Both lines of the main button. */
    record Button(String first, String second) {}

    Button button(MainAction action) {
        return switch (action) {
            case MainAction.Sign(int count, SignerOption signer) ->
                new Button(
                        texts.text("sign.documents", "count", count),
                        texts.text("sign.as", "signer", SignerWords.name(signer)));
            case MainAction.Reading _ -> both("reading");
            case MainAction.NothingToSign _ -> both("nothing");
            case MainAction.LookingForSigners _ -> both("looking");
            case MainAction.NobodySigns _ -> both("nobody");
            case MainAction.ChooseSigner(int choices, int organisations) ->
                new Button(
                        texts.text("action.choose"),
                        organisations > 1
                                ? texts.text("action.choose.organisations", "count", organisations)
                                : texts.text("action.choose.certificates", "count", choices));
        };
    }

    private Button both(String key) {
        return new Button(texts.text("action." + key), texts.text("action." + key + ".why"));
    }
}
