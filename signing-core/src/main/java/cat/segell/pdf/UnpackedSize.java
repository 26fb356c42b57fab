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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much comes out of a PDF's packed streams, found out before anything unpacks them into memory: PDFBox knows no limit,
 * and a megabyte of file can become a gigabyte. Pictures and attachments aren't counted, they stay packed. What is packed in
 * other ways than Flate, or in several, is met by {@link PdfFailure}.
 */
public final class UnpackedSize {

    /** Of one stream, in bytes. The largest that are met in earnest, cross-reference streams and drawings, have tens of megabytes. */
    static final long LIMIT = 256L << 20;

    /** In bytes, of all streams: whoever wants us to unpack for hours gets no more. */
    private static final long MOST_UNPACKED = 4 * LIMIT;

    /** Flate can't do better (zlib: 258 bytes for two bits). */
    private static final long BEST_RATIO = 1032;

    /** In bytes: room for a stream's dictionary before its keyword. */
    private static final int DICTIONARY = 4096;

    private static final int WINDOW = 1 << 20;

    private static final Pattern STREAM = Pattern.compile("(?<!end)stream *(\r\n|\n|\r)");
    private static final Pattern STAYS_PACKED = Pattern.compile("/(Image|EmbeddedFile)\\b");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b|#");

    private final FileChannel file;
    private long left = MOST_UNPACKED;

    private UnpackedSize(FileChannel file) {
        this.file = file;
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
        try (FileChannel file = FileChannel.open(pdf)) {
            return !new UnpackedSize(file).exceeds();
        }
    }

    private boolean exceeds() throws IOException {
        for (long at = 0; at < file.size() && canExceed(at); at += WINDOW) {
            long from = Math.max(0, at - DICTIONARY);
            String text = new String(bytes(from, at + WINDOW + 16), StandardCharsets.ISO_8859_1);
            Matcher streams = STREAM.matcher(text);
            while (streams.find()) {
                long keyword = from + streams.start();
                if (keyword >= at && keyword < at + WINDOW && unpacks(text, streams) && exceeds(from + streams.end())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether what lies from here to the end can unpack to more than is good. */
    private boolean canExceed(long from) throws IOException {
        return left > 0 && (file.size() - from) * BEST_RATIO > LIMIT;
    }

    /** A name that is written with escapes may be any name. */
    private static boolean unpacks(String text, MatchResult stream) {
        String before = text.substring(Math.max(0, stream.start() - DICTIONARY), stream.start());
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
        byte[] out = new byte[1 << 16];
        try (FlateStream flate = new FlateStream()) {
            while (size <= LIMIT && left > 0 && !flate.inflater.finished()) {
                if (flate.inflater.needsInput()) {
                    byte[] in = bytes(position, position + out.length);
                    if (in.length == 0) {
                        break;
                    }
                    flate.inflater.setInput(in);
                    position += in.length;
                }
                int unpacked = flate.inflater.inflate(out);
                size += unpacked;
                left -= unpacked;
            }
        } catch (DataFormatException notFlate) {
            return false;
        }
        return size > LIMIT;
    }

    /** Its native memory is given back at once. */
    private static final class FlateStream implements AutoCloseable {

        private final Inflater inflater = new Inflater(true);

        @Override
        public void close() {
            inflater.end();
        }
    }

    /** Fewer where the file ends. */
    private byte[] bytes(long from, long to) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Math.max(0, Math.min(to, file.size()) - from))];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until it is full
        }
        return bytes;
    }
}
