// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

/**
 * How long a token's PINs may be, in bytes of UTF-8.
 *
 * @param longest 0 where the token says nothing sensible: then any length may be tried
 */
public record PinLengths(int shortest, int longest) {

    public static final PinLengths UNKNOWN = new PinLengths(0, 0);

    public PinLengths {
        boolean sensible = shortest >= 0 && longest > 0 && shortest <= longest;
        if (!sensible) {
            shortest = 0;
            longest = 0;
        }
    }

    public boolean known() {
        return longest > 0;
    }

    public boolean allow(int length) {
        return length > 0 && (!known() || (length >= shortest && length <= longest));
    }
}
