// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.document.SingleFile;
import cat.segell.problem.PinProblem.PinFileInvalid;
import cat.segell.problem.PinProblem.PinFileUnreadable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first and only line of a file, or of what an open file descriptor gives, in UTF-8. */
final class PinFromFile implements PinEntry {

    /** Longer is no PIN and no password. */
    private static final int LONGEST = 1024;

    private final Path file;
    private final boolean finalTry;
    private final PinEntry onReader;
    private final Runnable unused;

    /**
     * @param finalTry the person's consent to use a token's last try
     * @param onReader who tells the person to type on the reader
     * @param unused tells before that what is in the file isn't used
     */
    PinFromFile(Path file, boolean finalTry, PinEntry onReader, Runnable unused) {
        this.file = file;
        this.finalTry = finalTry;
        this.onReader = onReader;
        this.unused = unused;
    }

    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        demandConsent(request);
        byte[] content = new byte[LONGEST + 1];
        try {
            return pin(ByteBuffer.wrap(content, 0, read(content)));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** A reader with a keypad takes no PIN from a file. */
    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        demandConsent(request);
        unused.run();
        return onReader.onReader(request, cancel);
    }

    private void demandConsent(PinRequest request) throws ProblemException {
        if (request.token().onLastTry() && !finalTry) {
            throw new ProblemException(request.token().finalTry());
        }
    }

    private int read(byte[] content) throws ProblemException {
        SingleFile.demand(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(content, 0, content.length);
        } catch (IOException e) {
            throw new ProblemException(new PinFileUnreadable(file), e);
        }
    }

    private static Pin pin(ByteBuffer content) throws ProblemException {
        if (content.remaining() > LONGEST) {
            throw new ProblemException(new PinFileInvalid());
        }
        CharBuffer characters = CharBuffer.allocate(LONGEST);
        try {
            CoderResult result = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content, characters, true);
            int end = withoutLineEnd(characters.flip());
            if (result.isError() || end == 0 || hasLineEnd(characters, end)) {
                throw new ProblemException(new PinFileInvalid());
            }
            char[] line = Arrays.copyOf(characters.array(), end);
            try {
                return new Pin(line);
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
