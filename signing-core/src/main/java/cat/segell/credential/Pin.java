// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A PIN or key file password for as long as it is needed: never a {@code String}, wiped on close. */
public final class Pin implements AutoCloseable {

    private final char[] characters;
    private boolean closed;

    /** @param characters copied; the caller wipes its own */
    public Pin(char[] characters) {
        this.characters = characters.clone();
    }

    /** A copy that the caller wipes. */
    public synchronized char[] characters() {
        demandOpen();
        return characters.clone();
    }

    /** UTF-8, as PKCS#11 wants it; a copy that the caller wipes. */
    public synchronized byte[] utf8() {
        demandOpen();
        // At most three bytes a character: no intermediate buffer grows and is left behind unwiped.
        ByteBuffer encoded = ByteBuffer.allocate(characters.length * 3);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    public synchronized Pin copy() {
        demandOpen();
        return new Pin(characters);
    }

    private void demandOpen() {
        if (closed) {
            throw new IllegalStateException("the PIN was wiped");
        }
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "PIN";
    }
}
