// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.util.OptionalInt;

/** PIN refused, locked or missing. Exit status 4. */
public sealed interface PinProblem extends Problem {

    /** @param triesLeft only where the token tells it */
    record PinWrong(String token, OptionalInt triesLeft, boolean practice) implements PinProblem {

        /** Of a real card. */
        public PinWrong(String token, OptionalInt triesLeft) {
            this(token, triesLeft, false);
        }
    }

    /** Of a key file: it counts no tries. */
    record PasswordWrong(Path file) implements PinProblem {}

    /** One try is left, and the person has not said that it may be used. */
    record PinFinalTry(String token, boolean practice) implements PinProblem {

        /** Of a real one. */
        public PinFinalTry(String token) {
            this(token, false);
        }
    }

    /**
     * Wrong entries were made since the last right one; nothing was asked for now.
     *
     * @param triesLeft only where the token tells it
     */
    record PinTriesLow(String token, OptionalInt triesLeft) implements PinProblem {}

    /** @param practice a practice card: it has neither PUK nor issuer */
    record TokenLocked(String token, boolean practice) implements PinProblem {

        /** A real one. */
        public TokenLocked(String token) {
            this(token, false);
        }
    }

    /** Nobody has chosen a PIN for this token yet. */
    record PinNotSet(String token) implements PinProblem {}

    record PinExpired(String token) implements PinProblem {}

    /** It is the one that the card was delivered with. */
    record PinToBeChanged(String token) implements PinProblem {}

    /**
     * No PIN of this token has this length: it was not sent.
     *
     * @param shortest as the token says it
     * @param longest as the token says it
     */
    record PinLength(String token, int shortest, int longest) implements PinProblem {}

    /** Nobody can be asked: no terminal and neither {@code --pin-file} nor {@code --pin-fd}. */
    record PinMissing() implements PinProblem {}

    /** The same, where a key file has a password. */
    record PasswordMissing() implements PinProblem {}

    /** Nobody can be asked for a new PIN. */
    record NewPinMissing() implements PinProblem {}

    /** Nobody can be asked for the PUK. */
    record PukMissing() implements PinProblem {}

    record PinCancelled() implements PinProblem {}

    record PinFileUnreadable(Path file) implements PinProblem {}

    /** Nothing was opened under the number of {@code --pin-fd}. */
    record PinDescriptorClosed(int descriptor) implements PinProblem {}

    /** One entry may not serve several signatures by policy, and what comes from a file is one entry. */
    record PinOnlyByHand(String token) implements PinProblem {}

    /** Must be one line of UTF-8. */
    record PinFileInvalid() implements PinProblem {}

    /** The present one, when another was to take its place: nothing was changed. */
    record PinChangeRefused(String token) implements PinProblem {}

    /**
     * Something went wrong when the new PIN was on its way: the token has it, or still the one from before.
     *
     * @param finding what went wrong
     */
    record PinChangeUncertain(String token, Problem finding) implements PinProblem {}

    /** The two entries of the new PIN are not alike. */
    record NewPinsDiffer() implements PinProblem {}

    /** No PIN of this token has the length of the new one: nothing was sent. */
    record NewPinLength(String token, int shortest, int longest) implements PinProblem {}

    /** The token takes no PIN like the new one. */
    record NewPinRefused(String token) implements PinProblem {}

    /** The new PIN is the present one: nothing was sent. */
    record NewPinSame(String token) implements PinProblem {}

    record PukWrong(String token) implements PinProblem {}

    /** One try is left for the PUK, and the person has not said that it may be used. */
    record PukFinalTry(String token) implements PinProblem {}

    record PukLocked(String token) implements PinProblem {}

    /** The token refuses a PIN of this length or with these characters. */
    record PinFormat(String token) implements PinProblem {}
}
