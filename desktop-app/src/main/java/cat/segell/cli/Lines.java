// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a certain length: what is longer is broken between words, but for commands: who copies one pastes it as it stands.
 *
 * @param width in characters
 * @param command from the program's name to the end of its quotation, or of the text
 */
record Lines(int width, Pattern command) {

    private static final char HELD = '\u0001';

    /** @param segell what a command to copy begins with */
    static Lines of(int width, String segell) {
        String program = Pattern.quote(segell);
        return new Lines(width, Pattern.compile("(?<=[“«])" + program + "[^”»]*|(?<=: )" + program + " .*$"));
    }

    String wrapped(String indent, String text) {
        StringBuilder lines = new StringBuilder(indent);
        int column = indent.length();
        String held = command.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replace(' ', HELD)));
        for (String word : held.split(" ", -1)) {
            if (column > indent.length() && column + 1 + word.length() > width) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > indent.length()) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString().replace(HELD, ' ');
    }
}
