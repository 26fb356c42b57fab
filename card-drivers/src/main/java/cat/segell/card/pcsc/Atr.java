// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The answer to reset: what a card says about itself when it is powered up. It tells kinds of cards apart, not persons.
 *
 * @param hex upper-case, without blanks; ISO/IEC 7816-3 §8.2.1: at most 33 bytes
 */
public record Atr(String hex) {

    private static final Pattern FORM = Pattern.compile("(?:[0-9A-F]{2}){2,33}");

    public Atr {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not an answer to reset: " + hex);
        }
    }

    /** @param bytes two to 33 */
    public static Atr of(byte[] bytes) {
        return new Atr(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
