// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The terminal that a person sits at, wherever the streams of this process lead to. */
final class ControllingTerminal implements SecretPrompt {

    static final String DEVICE = "/dev/tty";

    /** In bytes. Longer is no PIN and no password. */
    private static final int LONGEST = 1024;

    /** Ctrl+Z, which ends the line here. */
    private static final int SUBSTITUTE = 0x1a;

    private ControllingTerminal() {}

    /** Absent where there is none, or where what is typed would be shown. */
    static Optional<SecretPrompt> find() {
        if (!Echo.canBeSwitched()) {
            return Optional.empty();
        }
        // It can be opened only by a process that has one.
        try (InputStream _ = new FileInputStream(DEVICE)) {
            return Optional.of(new ControllingTerminal());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public char[] ask(String question) throws IOException {
        try (InputStream in = new FileInputStream(DEVICE);
                OutputStream out = new FileOutputStream(DEVICE);
                Echo _ = Echo.off()) {
            out.write(question.getBytes(StandardCharsets.UTF_8));
            try {
                return line(in);
            } finally {
                // The person's own was not shown.
                out.write('\n');
            }
        }
    }

    /** Byte by byte: nothing is left in a buffer that can't be wiped. */
    private static char[] line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (next == SUBSTITUTE) {
                    throw new NotStoppedException();
                }
                if (length < LONGEST) {
                    line[length] = (byte) next;
                }
                length++;
            }
            if (length > LONGEST) {
                throw new MalformedInputException(length);
            }
            return characters(ByteBuffer.wrap(line, 0, length));
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static char[] characters(ByteBuffer line) throws CharacterCodingException {
        CharBuffer characters = CharBuffer.allocate(line.remaining());
        try {
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(line, characters, true);
            if (result.isError()) {
                result.throwException();
            }
            return Arrays.copyOf(characters.array(), characters.position());
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }
}
