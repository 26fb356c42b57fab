// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much comes out of a PDF's packed streams, found out before anything unpacks them into memory: PDFBox knows no limit,
 * and a megabyte of file can become a gigabyte. Pictures and attachments aren't counted, they stay packed. What is packed in
 * other ways than Flate, or in several, is met by {@link PdfFailure}.
 */
public final class UnpackedSize implements AutoCloseable {

    /** Of one stream, in bytes. The largest that are met in earnest, cross-reference streams and drawings, have tens of megabytes. */
    static final long LIMIT = 256L << 20;

    /** In bytes, of all streams: whoever wants us to unpack for hours gets no more. */
    private static final long MOST_UNPACKED = 4 * LIMIT;

    /** Flate can't do better (zlib: 258 bytes for two bits). */
    private static final long BEST_RATIO = 1032;

    /** In bytes: room for a stream's dictionary before its keyword. */
    private static final int DICTIONARY = 4096;

    private static final int WINDOW = 1 << 16;

    /** In bytes, behind a window: room for a keyword that begins in it, and for spaces before its line ends. */
    private static final int KEYWORD = 1024;

    private static final int HIDDEN = -1;

    private static final String STREAM = "stream";
    private static final Pattern STAYS_PACKED = Pattern.compile("/(Image|EmbeddedFile)\\b");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b|#");

    private final FileChannel file;
    private final ByteBuffer window;
    private final Inflater inflater = new Inflater(true);
    private final byte[] unpacked = new byte[WINDOW];
    private long left = MOST_UNPACKED;

    private UnpackedSize(FileChannel file) {
        this.file = file;
        this.window = ByteBuffer.allocate(DICTIONARY + WINDOW + KEYWORD);
    }

    /** @throws ProblemException {@code DOCUMENT-TOO-DEMANDING} */
    public static void requireModest(DocumentFile document) throws ProblemException {
        try {
            if (!isModest(document.copy())) {
                throw new ProblemException(new DocumentTooDemanding(document.source()));
            }
        } catch (IOException e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }

    static boolean isModest(Path pdf) throws IOException {
        try (FileChannel file = FileChannel.open(pdf);
                UnpackedSize unpacked = new UnpackedSize(file)) {
            return !unpacked.exceeds();
        }
    }

    private boolean exceeds() throws IOException {
        for (long at = 0; at < file.size() && canExceed(at); at += WINDOW) {
            long from = Math.max(0, at - DICTIONARY);
            read(from, at + WINDOW + KEYWORD);
            // As a String it is searched by what the processor has for that.
            String text = new String(window.array(), 0, window.limit(), StandardCharsets.ISO_8859_1);
            int begin = Math.toIntExact(at - from);
            int end = Math.min(begin + WINDOW + STREAM.length() - 1, text.length());
            for (int keyword = text.indexOf(STREAM, begin, end);
                    keyword >= 0;
                    keyword = text.indexOf(STREAM, keyword + 1, end)) {
                int data = startsStream(keyword);
                // Nobody writes a window full of spaces there but to hide what follows.
                if (data == HIDDEN || (data > 0 && unpacks(before(keyword)) && exceeds(from + data))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @return where the data behind this keyword begin, 0 where no stream starts here, or {@link #HIDDEN} */
    private int startsStream(int keyword) {
        byte[] bytes = window.array();
        int end = keyword + STREAM.length();
        if (end >= window.limit() || isEnd(keyword)) {
            return 0;
        }
        while (end < window.limit() && bytes[end] == ' ') {
            end++;
        }
        if (end == window.limit()) {
            return end - keyword < KEYWORD ? 0 : HIDDEN;
        }
        if (bytes[end] != '\r' && bytes[end] != '\n') {
            return 0;
        }
        boolean two = bytes[end] == '\r' && end + 1 < window.limit() && bytes[end + 1] == '\n';
        return two ? end + 2 : end + 1;
    }

    /** Of what ends a stream. */
    private boolean isEnd(int keyword) {
        byte[] bytes = window.array();
        return keyword >= 3 && bytes[keyword - 3] == 'e' && bytes[keyword - 2] == 'n' && bytes[keyword - 1] == 'd';
    }

    private String before(int keyword) {
        int from = Math.max(0, keyword - DICTIONARY);
        return new String(window.array(), from, keyword - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether what lies from here to the end can unpack to more than is good. */
    private boolean canExceed(long from) throws IOException {
        return left > 0 && (file.size() - from) * BEST_RATIO > LIMIT;
    }

    /** A name that is written with escapes may be any name. */
    private static boolean unpacks(String before) {
        String dictionary = before.substring(before.lastIndexOf("obj") + 1);
        return !STAYS_PACKED.matcher(dictionary).find()
                || STRUCTURE.matcher(dictionary).find();
    }

    /** As PDFBox does: without a look at the two bytes of zlib's header, up to the first thing that is no Flate. */
    private boolean exceeds(long start) throws IOException {
        if (!canExceed(start)) {
            return false;
        }
        long size = 0;
        long position = start + 2;
        int piece = DICTIONARY;
        inflater.reset();
        try {
            while (size <= LIMIT && left > 0 && !inflater.finished()) {
                if (inflater.needsInput()) {
                    byte[] in = bytes(position, position + piece);
                    if (in.length == 0) {
                        break;
                    }
                    inflater.setInput(in);
                    position += in.length;
                    // Most streams are short.
                    piece = WINDOW;
                }
                int more = inflater.inflate(unpacked);
                size += more;
                left -= more;
            }
        } catch (DataFormatException notFlate) {
            return false;
        }
        return size > LIMIT;
    }

    /** Its native memory is given back at once. */
    @Override
    public void close() {
        inflater.end();
    }

    /** Into the window; fewer where the file ends. */
    private void read(long from, long to) throws IOException {
        fill(window.clear().limit(Math.toIntExact(to - from)), from);
        window.flip();
    }

    /** Fewer where the file ends. */
    private byte[] bytes(long from, long to) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Math.max(0, Math.min(to, file.size()) - from))];
        fill(ByteBuffer.wrap(bytes), from);
        return bytes;
    }

    private void fill(ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until it is full
        }
    }
}
