// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Messages on a pipe: four bytes of length, big-endian, then the message. Empty frames are filler and skipped. */
public final class Frames {

    /** A token with a thousand large certificates fits; a broken length doesn't take the memory away. */
    static final int LARGEST = 16 << 20;

    private Frames() {}

    /** Flushes. The message is written as it is; the caller wipes it where it holds a secret. */
    public static void write(OutputStream out, byte[] message) throws IOException {
        if (message.length == 0 || message.length > LARGEST) {
            throw new FrameBroken("length " + message.length);
        }
        out.write(ByteBuffer.allocate(4).putInt(message.length).array());
        out.write(message);
        out.flush();
    }

    /** Overwrites what a buffering stream may still hold of a secret. */
    public static void writeFiller(OutputStream out, int length) throws IOException {
        out.write(new byte[length / 4 * 4]);
        out.flush();
    }

    /** @throws EOFException where the pipe ends, also in the midst of a message */
    public static byte[] read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length = 0;
        while (length == 0) {
            length = data.readInt();
        }
        if (length < 0 || length > LARGEST) {
            throw new FrameBroken("length " + length);
        }
        byte[] message = new byte[length];
        data.readFully(message);
        return message;
    }
}
