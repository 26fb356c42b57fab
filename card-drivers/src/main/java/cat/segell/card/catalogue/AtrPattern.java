// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.card.pcsc.Atr;
import java.util.HexFormat;

/**
 * ATRs of one kind of card: those of the same length whose bits under the mask are those of the value.
 *
 * @param value upper-case hex
 * @param mask of the same length, 1 where a bit counts
 */
public record AtrPattern(Atr value, Atr mask, Evidence evidence) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public AtrPattern {
        if (value.hex().length() != mask.hex().length()) {
            throw new IllegalArgumentException("value and mask of different lengths");
        }
        byte[] bits = value.bytes();
        byte[] kept = mask.bytes();
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & ~kept[i]) != 0) {
                throw new IllegalArgumentException("a bit of the value lies outside the mask");
            }
        }
    }

    public boolean matches(Atr atr) {
        byte[] is = atr.bytes();
        byte[] wanted = value.bytes();
        byte[] kept = mask.bytes();
        if (is.length != wanted.length) {
            return false;
        }
        for (int i = 0; i < is.length; i++) {
            if ((is[i] & kept[i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** How many bits must fit: what says more about a card comes before what says less. */
    int bits() {
        int bits = 0;
        for (byte part : mask.bytes()) {
            bits += Integer.bitCount(part & 0xff);
        }
        return bits;
    }

    /** {@code 3B 7F xx 00}: a byte of which any bit is free is {@code xx}. */
    public String text() {
        byte[] bytes = value.bytes();
        byte[] kept = mask.bytes();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append(i == 0 ? "" : " ").append(kept[i] == -1 ? HEX.toHexDigits(bytes[i]) : "xx");
        }
        return text.toString();
    }
}
