// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pin;

import cat.segell.credential.Token;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import java.util.Optional;

/** How many wrong entries a token's PIN still stands: in figures only where the token tells them. */
public final class TriesLeft {

    private TriesLeft() {}

    public static Optional<Marker> of(Token token, Look look) {
        if (token.pin().isLocked()) {
            return Optional.of(new Marker(Tone.BAD, "mdoal-lock", look.texts().text("pin.locked")));
        }
        if (token.tries().number().isPresent() && !token.onLastTry()) {
            int left = token.tries().number().getAsInt();
            String words = look.texts().text("pin.tries", "count", left);
            return Optional.of(
                    left > 2
                            ? new Marker(Tone.NEUTRAL, "", words)
                            : new Marker(left == 2 ? Tone.CARE : Tone.BAD, "mdomz-warning", words));
        }
        return switch (token.triesInDanger()) {
            case FEW ->
                Optional.of(new Marker(Tone.CARE, "mdomz-warning", look.texts().text("pin.few")));
            case LAST -> Optional.of(last(look));
            case ENOUGH -> Optional.empty();
        };
    }

    /** Another wrong entry locks it. */
    public static Marker last(Look look) {
        return new Marker(Tone.BAD, "mdoal-error", look.texts().text("pin.last"));
    }
}
