// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

/** What cards, certificates and files call themselves, made fit to be shown: any bytes may have been anybody's name. */
public final class ForeignText {

    private static final int REPLACEMENT = 0xfffd;

    private ForeignText() {}

    /**
     * In one line and without anything that steers a terminal, turns the direction of writing or can't be seen; each such
     * character becomes U+FFFD.
     */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(each -> isHarmless(each) ? each : REPLACEMENT).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
