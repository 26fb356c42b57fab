// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.ArrayDeque;
import java.util.Deque;

/** How deep values lie in each other, found out without recursion: a decoder that recurses would run out of stack. */
public final class Nesting {

    /** Names and policies need six, answers on revocation some more. */
    static final int DEEPEST = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int INDEFINITE = 0x80;

    private final byte[] value;
    private int position;

    private Nesting(byte[] value) {
        this.value = value;
    }

    /** Bytes that don't follow the encoding count as flat: the decoder says so itself. */
    public static boolean tooDeep(byte[] value) {
        try {
            return new Nesting(value).tooDeep();
        } catch (IndexOutOfBoundsException cutOff) {
            return false;
        }
    }

    private boolean tooDeep() {
        Deque<Integer> ends = new ArrayDeque<>();
        while (position < value.length) {
            while (!ends.isEmpty() && ends.getLast() <= position) {
                ends.removeLast();
            }
            boolean constructed = (value[position] & CONSTRUCTED) != 0;
            skipTag();
            int end = end();
            if (!constructed) {
                position = end;
                continue;
            }
            ends.addLast(end);
            if (ends.size() > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private void skipTag() {
        boolean more = (value[position++] & LONG_TAG) == LONG_TAG;
        while (more) {
            more = (value[position++] & 0x80) != 0;
        }
    }

    /** Where the value ends whose length is next; one of indefinite length counts as open to the end. */
    private int end() {
        int first = value[position++] & 0xff;
        if (first == INDEFINITE) {
            return value.length;
        }
        if (first < INDEFINITE) {
            return position + first;
        }
        long length = 0;
        for (int i = first & 0x7f; i > 0 && length < value.length; i--) {
            length = (length << 8) | (value[position++] & 0xff);
        }
        return (int) Math.min(position + length, value.length);
    }
}
