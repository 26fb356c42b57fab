// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PinTriesLow;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import java.util.Optional;

/**
 * Where a key lives: a card, a key file, the practice card.
 *
 * @param label as the token or the file calls itself; for people, never to find it again
 * @param serial as the token says it; for a file the SHA-256 of its content in hex
 * @param tries which count for a PIN that must be changed as well
 * @param keypad whether the PIN is typed on the reader, never here
 */
public record Token(String label, String serial, PinState pin, PinTries tries, boolean keypad, TokenPlace place) {

    /** One whose PIN is typed here. */
    public Token(String label, String serial, PinState pin, PinTries tries) {
        this(label, serial, pin, tries, false);
    }

    /** One of which no place is known. */
    public Token(String label, String serial, PinState pin, PinTries tries, boolean keypad) {
        this(label, serial, pin, tries, keypad, new TokenPlace.Elsewhere());
    }

    public Token in(TokenPlace known) {
        return new Token(label, serial, pin, tries, keypad, known);
    }

    public Token with(PinState state) {
        return new Token(label, serial, state, tries, keypad, place);
    }

    /** Whether the next wrong entry locks it: it is used only with the person's consent. */
    public boolean onLastTry() {
        return triesInDanger() == PinTries.Left.LAST;
    }

    /** How many tries are left of a PIN that can be entered: one that is locked or not set has none to lose. */
    public PinTries.Left triesInDanger() {
        return switch (pin) {
            case READY, TO_BE_CHANGED -> tries.left();
            case NOT_NEEDED, LOCKED, PUK_LOCKED, NOT_SET -> PinTries.Left.ENOUGH;
        };
    }

    /** Where it has no tries left. */
    public TokenLocked locked() {
        return new TokenLocked(label, place instanceof TokenPlace.Practice);
    }

    /** Where its last try is used with the person's consent only. */
    public PinFinalTry finalTry() {
        return new PinFinalTry(label, place instanceof TokenPlace.Practice);
    }

    /** What a person should know of its PIN before they count on it. */
    public Optional<PinProblem> care() {
        return hindrance().or(() -> switch (triesInDanger()) {
            case FEW -> Optional.of(new PinTriesLow(label, tries.number()));
            case LAST -> Optional.of(finalTry());
            case ENOUGH -> Optional.empty();
        });
    }

    /** Why nobody should be asked for its PIN now. */
    public Optional<PinProblem> hindrance() {
        return switch (pin) {
            case LOCKED -> Optional.of(locked());
            case PUK_LOCKED -> Optional.of(new PukLocked(label));
            case NOT_SET -> Optional.of(new PinNotSet(label));
            case TO_BE_CHANGED -> Optional.of(new PinToBeChanged(label));
            case NOT_NEEDED, READY -> Optional.empty();
        };
    }
}
