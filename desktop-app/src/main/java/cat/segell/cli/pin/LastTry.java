// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.SecretPrompt;
import cat.segell.cli.Out;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.text.Normalizer;
import java.util.Arrays;

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
     * @param secret answers nothing where nobody can be asked
     */
    void demand(String question, String token, SecretPrompt secret, Problem refusal) throws ProblemException {
        if (given) {
            return;
        }
        String word = out.texts().text("pin.final.word");
        String warning = out.texts().text(question, "token", token, "word", word);
        char[] typed = Typed.line(out, secret, warning + "\n> ", refusal);
        // Whoever types the PIN here by mistake must not leave it in a String.
        boolean agreed = is(typed, word) || is(typed, withoutAccents(word));
        Arrays.fill(typed, '\0');
        if (!agreed) {
            throw new ProblemException(refusal);
        }
    }

    private static boolean is(char[] typed, String word) {
        boolean same = typed.length == word.length();
        for (int i = 0; same && i < typed.length; i++) {
            same = Character.toLowerCase(typed[i]) == word.charAt(i);
        }
        return same;
    }

    /** As on a keyboard that has none. */
    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
