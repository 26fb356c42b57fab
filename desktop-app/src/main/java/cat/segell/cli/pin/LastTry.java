// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.terminal.SecretPrompt;
import cat.segell.cli.Out;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The person's consent to use a token's last try.
 *
 * @param given beforehand, with {@code --final-try}
 */
record LastTry(Out out, boolean given) {

    /**
     * Anything but the word that is asked for means no.
     *
     * @param question of {@code cli_xx.properties}; {@code .given} behind it is for who has agreed beforehand
     * @param secret answers nothing where nobody can be asked
     * @return what is to be said before the entry: who agreed long before hears again what is at stake; nothing where it was just
     *     asked
     */
    Optional<String> demand(String question, String token, SecretPrompt secret, Problem refusal)
            throws ProblemException {
        if (given) {
            return Optional.of(out.wrapped("", out.texts().text(question + ".given", "token", token)));
        }
        String word = out.texts().text("pin.final.word");
        String warning = out.wrapped("", out.texts().text(question, "token", token, "word", word));
        char[] typed = Typed.line(out, secret, warning + "\n> ", refusal);
        // Whoever types the PIN here by mistake must not leave it in a String.
        boolean agreed = is(typed, word) || is(typed, withoutAccents(word));
        Arrays.fill(typed, '\0');
        if (!agreed) {
            throw new ProblemException(refusal);
        }
        return Optional.empty();
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
