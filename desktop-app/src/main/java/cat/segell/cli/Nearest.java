// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant: the one that is the fewest slips of a finger away. */
final class Nearest {

    /** One slip in so many letters; more is another word. */
    private static final int LETTERS_A_SLIP = 3;

    private Nearest() {}

    /** @param words of which the first one of the nearest is taken */
    static Optional<String> of(String typed, Collection<String> words) {
        String plain = typed.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(plain, word) * LETTERS_A_SLIP <= word.length() || isBegun(word, plain))
                .min(Comparator.comparingInt(word -> distance(plain, word)));
    }

    private static int distance(String plain, String word) {
        return slips(plain, word.toLowerCase(Locale.ROOT));
    }

    private static boolean isBegun(String word, String typed) {
        return typed.length() >= LETTERS_A_SLIP && word.toLowerCase(Locale.ROOT).startsWith(typed);
    }

    /** Letters put in, left out, exchanged for another or swapped with their neighbour (optimal string alignment). */
    static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : fewest(one, other, i, j, slips);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int fewest(String one, String other, int i, int j, int[][] slips) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(slips[i - 1][j - 1] + same, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
