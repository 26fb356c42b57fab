// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import java.util.OptionalInt;

/**
 * How many wrong entries a PIN still stands, whatever else its token says of it.
 *
 * @param left in words, which every token tells
 * @param number only where the token tells one
 */
public record PinTries(Left left, OptionalInt number) {

    /** In words. */
    public enum Left {
        ENOUGH,
        /** At least one wrong entry since the last right one. */
        FEW,
        /** The next wrong entry locks it. */
        LAST
    }

    /** Nothing speaks against an entry. */
    public static final PinTries ENOUGH = told(Left.ENOUGH);

    /** In words only. */
    public static PinTries told(Left left) {
        return new PinTries(left, OptionalInt.empty());
    }

    /**
     * In figures.
     *
     * @param all how many there are after a right entry
     */
    public static PinTries counted(int number, int all) {
        Left left = number >= all ? Left.ENOUGH : Left.FEW;
        return new PinTries(number == 1 ? Left.LAST : left, OptionalInt.of(number));
    }
}
