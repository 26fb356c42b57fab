// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.credential.PinUse;
import cat.segell.text.Messages;
import java.util.Optional;

/**
 * Says beforehand that a card wants its PIN for each document.
 *
 * @param texts of the window or of the command line, which both have them
 */
public record PinUseWords(Messages texts) {

    /** @return nothing where one entry for all is what anybody expects */
    public Optional<String> of(PinUse use, int documents) {
        if (documents < 2) {
            return Optional.empty();
        }
        return switch (use) {
            case LOGIN, UNKNOWN -> Optional.empty();
            case EACH_SIGNATURE_ONE_ENTRY -> Optional.of(texts.text("pin.each.one", "count", documents));
            case EACH_SIGNATURE -> Optional.of(texts.text("pin.each", "count", documents));
        };
    }
}
