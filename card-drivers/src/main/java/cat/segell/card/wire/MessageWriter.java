// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds one message. Memory that was outgrown is wiped: it may hold a PIN. */
final class MessageWriter {

    private byte[] bytes = new byte[256];
    private int length;

    MessageWriter number(int value) {
        return raw(ByteBuffer.allocate(4).putInt(value).array());
    }

    MessageWriter number(long value) {
        return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    MessageWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    MessageWriter choice(Enum<?> value) {
        return text(value.name());
    }

    MessageWriter flag(boolean value) {
        return raw(new byte[] {(byte) (value ? 1 : 0)});
    }

    MessageWriter block(byte[] value) {
        return number(value.length).raw(value);
    }

    private MessageWriter raw(byte[] value) {
        if (bytes.length - length < value.length) {
            byte[] outgrown = bytes;
            bytes = Arrays.copyOf(outgrown, (length + value.length) * 2);
            Arrays.fill(outgrown, (byte) 0);
        }
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    byte[] message() {
        byte[] message = Arrays.copyOf(bytes, length);
        Arrays.fill(bytes, (byte) 0);
        return message;
    }
}
