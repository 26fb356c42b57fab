// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes one message apart; whatever doesn't fit to the last byte is broken. */
final class MessageReader {

    private final ByteBuffer bytes;

    MessageReader(byte[] message) {
        bytes = ByteBuffer.wrap(message);
    }

    /** Reads one of several. */
    @FunctionalInterface
    interface Element<T> {
        T read() throws FrameBroken;
    }

    int number() throws FrameBroken {
        demand(4);
        return bytes.getInt();
    }

    long longNumber() throws FrameBroken {
        demand(8);
        return bytes.getLong();
    }

    boolean flag() throws FrameBroken {
        demand(1);
        byte value = bytes.get();
        if (value != 0 && value != 1) {
            throw new FrameBroken("neither yes nor no");
        }
        return value == 1;
    }

    byte[] block() throws FrameBroken {
        int length = number();
        demand(length);
        byte[] block = new byte[length];
        bytes.get(block);
        return block;
    }

    String text() throws FrameBroken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(block()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FrameBroken("text is not UTF-8");
        }
    }

    <E extends Enum<E>> E choice(Class<E> kind) throws FrameBroken {
        String name = text();
        for (E choice : kind.getEnumConstants()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new FrameBroken("unknown choice");
    }

    <T> List<T> list(Element<T> element) throws FrameBroken {
        int size = number();
        // Each element has at least a byte: a size beyond that is a lie, and is told before memory is taken.
        demand(size);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.read());
        }
        return list;
    }

    void end() throws FrameBroken {
        if (bytes.hasRemaining()) {
            throw new FrameBroken("bytes after the message");
        }
    }

    private void demand(int length) throws FrameBroken {
        if (length < 0 || bytes.remaining() < length) {
            throw new FrameBroken("shorter than it says");
        }
    }
}
