// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer to reset: what a card says about itself when it is powered up. It tells kinds of cards apart, not persons.
 *
 * @param hex upper-case, without blanks; ISO/IEC 7816-3 §8.2.1: at most 33 bytes
 */
public record Atr(String hex) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern SEPARATORS = Pattern.compile("[\\s:]");
    private static final Pattern FORM = Pattern.compile("(?:[0-9A-F]{2}){2,33}");

    public Atr {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not an answer to reset: " + hex);
        }
    }

    /** @param bytes two to 33 */
    public static Atr of(byte[] bytes) {
        return new Atr(HEX.formatHex(bytes));
    }

    /**
     * @param text hexadecimal in either case; blanks and colons may stand between the bytes
     * @return nothing where that is no ATR
     */
    public static Optional<Atr> parse(String text) {
        String hex = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(hex).matches() ? Optional.of(new Atr(hex)) : Optional.empty();
    }

    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    /** As people write it: {@code 3B 7F 96}. */
    public String text() {
        return HEX.withDelimiter(" ").formatHex(bytes());
    }

    @Override
    public String toString() {
        return hex;
    }
}
