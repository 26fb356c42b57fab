// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import java.util.Base64;
import java.util.Optional;

/** RFC 4648 §4 in its one canonical spelling: padded, no spare bits, no line ends. Two spellings would be two receipts. */
public final class Base64Text {

    private Base64Text() {}

    public static String encode(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }

    /** Nothing where the text isn't what {@link #encode} would write. */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] value = Base64.getDecoder().decode(text);
            return encode(value).equals(text) ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
