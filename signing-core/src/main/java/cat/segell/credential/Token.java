// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a key lives: a card, a key file, the practice card.
 *
 * @param label as the token or the file calls itself; for people, never to find it again
 * @param serial as the token says it; for a file the SHA-256 of its content in hex
 * @param triesLeft only where the token tells a number
 * @param keypad whether the PIN is typed on the reader, never here
 */
public record Token(
        String label, String serial, PinState pin, OptionalInt triesLeft, boolean keypad, TokenPlace place) {

    /** One whose PIN is typed here. */
    public Token(String label, String serial, PinState pin, OptionalInt triesLeft) {
        this(label, serial, pin, triesLeft, false);
    }

    /** One of which no place is known. */
    public Token(String label, String serial, PinState pin, OptionalInt triesLeft, boolean keypad) {
        this(label, serial, pin, triesLeft, keypad, new TokenPlace.Elsewhere());
    }

    public Token in(TokenPlace known) {
        return new Token(label, serial, pin, triesLeft, keypad, known);
    }

    public Token with(PinState state) {
        return new Token(label, serial, state, triesLeft, keypad, place);
    }

    /** Where it has no tries left. */
    public TokenLocked locked() {
        return new TokenLocked(label, place instanceof TokenPlace.Practice);
    }

    /** Why nobody should be asked for its PIN now. */
    public Optional<PinProblem> hindrance() {
        return switch (pin) {
            case LOCKED -> Optional.of(locked());
            case PUK_LOCKED -> Optional.of(new PukLocked(label));
            case NOT_SET -> Optional.of(new PinNotSet(label));
            case TO_BE_CHANGED -> Optional.of(new PinToBeChanged(label));
            case NOT_NEEDED, READY, FEW_TRIES, FINAL_TRY -> Optional.empty();
        };
    }
}
