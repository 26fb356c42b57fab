// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.util.OptionalInt;

/** PIN refused, locked or missing. Exit status 4. */
public sealed interface PinProblem extends Problem {

    /** @param triesLeft only where the token tells it */
    record PinWrong(String token, OptionalInt triesLeft) implements PinProblem {}

    /** One try is left, and the person has not said that it may be used. */
    record PinFinalTry(String token) implements PinProblem {}

    record TokenLocked(String token) implements PinProblem {}

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

    record PinCancelled() implements PinProblem {}

    record PinFileUnreadable(Path file) implements PinProblem {}

    /** Nothing was opened under the number of {@code --pin-fd}. */
    record PinDescriptorClosed(int descriptor) implements PinProblem {}

    /** Must be one line of UTF-8. */
    record PinFileInvalid() implements PinProblem {}

    /** The token refuses a PIN of this length or with these characters. */
    record PinFormat(String token) implements PinProblem {}
}
