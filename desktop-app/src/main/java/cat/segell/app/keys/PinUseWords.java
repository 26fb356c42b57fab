// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.credential.PinUse;
import cat.segell.text.Messages;
import java.util.Optional;

/**
 * Says beforehand that a card wants its PIN for each document; where no card like it was signed with here, and it tells only
 * afterwards, that it may.
 *
 * @param texts of the window or of the command line, which both have them
 */
public record PinUseWords(Messages texts) {

    /**
     * @param keypad whether the PIN is typed on the reader: what opens the key can't be kept there for the first signature
     * @return nothing where one entry for all is what anybody expects
     */
    public Optional<String> of(PinUse use, boolean keypad, int documents) {
        return switch (use) {
            case LOGIN -> Optional.empty();
            case UNKNOWN_ONE_ENTRY -> severalTimes("pin.each.may.one", documents);
            case UNKNOWN -> severalTimes("pin.each.may", documents);
            case EACH_SIGNATURE_ONE_ENTRY -> severalTimes("pin.each.one", documents);
            case EACH_SIGNATURE -> severalTimes("pin.each", keypad ? documents + 1 : documents);
        };
    }

    private Optional<String> severalTimes(String text, int times) {
        return times > 1 ? Optional.of(texts.text(text, "count", times)) : Optional.empty();
    }
}
