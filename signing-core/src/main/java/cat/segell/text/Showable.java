// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import java.util.regex.Pattern;

/**
 * Words that somebody else chose: names of files, labels of cards, texts of drivers. What is shown of them must neither steer a
 * terminal nor forge: no line breaks and other controls, no marks that turn the writing's direction, nothing unseen.
 */
public final class Showable {

    private static final String INSTEAD = "\uFFFD";

    /** Joiners stay: Persian and Indian scripts and emoji need them. */
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}[\\p{Cf}&&[^\\u200C\\u200D]]]");

    /** In characters: what is longer is no name and no sentence, and would bury what stands beside it. */
    private static final int LONGEST = 300;

    private Showable() {}

    /** Whether it may be shown just as it is. */
    public static boolean is(String text) {
        return !UNSHOWABLE.matcher(text).find();
    }

    /** At most 300 characters of it, the last one three dots where it is longer. */
    public static String brief(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        // Between two characters, not within one.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The same length, with U+FFFD for each code point that may not be shown. */
    public static String of(String text) {
        return UNSHOWABLE.matcher(text).replaceAll(INSTEAD);
    }
}
