// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.signature.SignatureLevel;
import cat.segell.text.Messages;
import cat.segell.ui.desk.SignerOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the level gives a signature, and why it is this one where nobody chose it. */
final class LevelWords {

    private final SignViewModel model;
    private final Messages texts;

    LevelWords(SignViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
    }

    String why() {
        SignatureLevel level = model.options().level().get();
        return switch (level) {
            case B -> unstamped();
            case T -> stamped();
            case LT, LTA -> texts.text("level.why." + level);
        };
    }

    private String unstamped() {
        Optional<SignerOption> signer = model.signers().chosen().get();
        return texts.text(model.options().unstamped(signer) ? "level.why.B.none" : "level.why.B");
    }

    private String stamped() {
        List<String> names = model.options().authorities();
        if (model.practice()) {
            return texts.text("level.why.T.practice");
        }
        if (names.isEmpty()) {
            return texts.text("level.why.T");
        }
        String others = String.join(", ", names.subList(1, names.size()));
        return texts.text(
                others.isEmpty() ? "level.why.T.by" : "level.why.T.else",
                Map.of("authority", names.getFirst(), "others", others));
    }
}
