// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A PIN or password that stands alone in a file: its only line, in UTF-8. Nothing of it is left behind in memory. */
public final class SecretLine {

    /** In bytes: longer is no PIN and no password. */
    private static final int LONGEST = 1024;

    private SecretLine() {}

    /**
     * @return to be closed; absent where there is no line, more than one, too long a one, or no UTF-8
     * @throws IOException where it can't be read
     */
    public static Optional<Pin> read(InputStream in) throws IOException {
        byte[] content = new byte[LONGEST + 1];
        try {
            int length = in.readNBytes(content, 0, content.length);
            return length > LONGEST ? Optional.empty() : pin(ByteBuffer.wrap(content, 0, length));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static Optional<Pin> pin(ByteBuffer content) {
        CharBuffer characters = CharBuffer.allocate(LONGEST);
        try {
            CoderResult result = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content, characters, true);
            int end = withoutLineEnd(characters.flip());
            if (result.isError() || end == 0 || hasLineEnd(characters, end)) {
                return Optional.empty();
            }
            char[] line = Arrays.copyOf(characters.array(), end);
            try {
                return Optional.of(new Pin(line));
            } finally {
                Arrays.fill(line, '\0');
            }
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }

    private static int withoutLineEnd(CharBuffer characters) {
        int end = characters.limit();
        if (end > 0 && characters.get(end - 1) == '\n') {
            end--;
            if (end > 0 && characters.get(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    private static boolean hasLineEnd(CharBuffer characters, int end) {
        for (int i = 0; i < end; i++) {
            if (characters.get(i) == '\n' || characters.get(i) == '\r') {
                return true;
            }
        }
        return false;
    }
}
