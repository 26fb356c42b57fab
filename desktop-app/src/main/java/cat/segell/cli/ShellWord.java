// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.util.regex.Pattern;

/** A word of a command that a person is to copy. */
public final class ShellWord {

    /** What no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+=,-]+");

    private ShellWord() {}

    /** How the person calls Segell: told by the launcher that was typed. */
    static String segell() {
        return of(System.getProperty("segell.command", "segell"));
    }

    /** As it is where that is safe, else in single quotes. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
