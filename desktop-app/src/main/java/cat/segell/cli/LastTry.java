// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The person's consent to use a token's last try.
 *
 * @param given beforehand, with {@code --final-try}
 */
record LastTry(Out out, boolean given) {

    /**
     * Anything but the word that is asked for means no.
     *
     * @param question of {@code cli_xx.properties}
     * @param answer reads a line; empty where nobody can be asked
     */
    void demand(String question, String token, Supplier<char[]> answer, Problem refusal) throws ProblemException {
        if (given) {
            return;
        }
        String word = out.texts().text("pin.final.word");
        out.note(out.texts().text(question, "token", token, "word", word));
        out.prompt("> ");
        char[] typed = answer.get();
        // Whoever types the PIN here by mistake must not leave it in a String.
        boolean agreed = Arrays.equals(typed, word.toCharArray());
        Arrays.fill(typed, '\0');
        if (!agreed) {
            throw new ProblemException(refusal);
        }
    }
}
