// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

/**
 * Lines of a certain length: what is longer is broken between words.
 *
 * @param width in characters
 */
record Lines(int width) {

    String wrapped(String indent, String text) {
        StringBuilder lines = new StringBuilder(indent);
        int column = indent.length();
        for (String word : text.split(" ", -1)) {
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
        return lines.toString();
    }
}
