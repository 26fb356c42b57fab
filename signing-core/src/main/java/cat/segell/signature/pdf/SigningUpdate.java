// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * What is laid behind a PDF so that it is signed (ISO 32000-1 §7.5.6), before its signature value is known.
 *
 * @see #of
 */
final class SigningUpdate {

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    /** Of the hexadecimal digits, in the update: behind the {@code <}. */
    private final int from;

    /** Where the {@code >} stands. */
    private final int to;

    private SigningUpdate(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /**
     * @param signature was added to the document
     * @param length of the document as it lies on the disk, in bytes
     * @throws IOException where the update isn't laid out as it has to be: its ByteRange covers all of it and of the document
     *     but just one string of zeros
     */
    static SigningUpdate of(PDDocument document, PDSignature signature, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        COSWriter writer = new COSWriter(out, new HollowSource(length));
        writer.write(document);
        writer.writeExternalSignature(new byte[0]);
        byte[] bytes = out.toByteArray();
        long[] range = range(signature);
        int from = position(range[1] + 1, length, bytes);
        int to = position(range[2] - 1, length, bytes);
        if (range[0] != 0 || range[2] + range[3] != length + bytes.length || !isRoom(bytes, from, to)) {
            throw new IOException("no room for a signature");
        }
        return new SigningUpdate(bytes, from, to);
    }

    /** As PDFBox leaves it when it has written the update. */
    private static long[] range(PDSignature signature) throws IOException {
        COSArray range = signature.getCOSObject().getCOSArray(COSName.BYTERANGE);
        if (range == null || range.size() != 4) {
            throw new IOException("no ByteRange");
        }
        long[] numbers = new long[range.size()];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = range.getObject(index) instanceof COSNumber number ? number.longValue() : -1;
        }
        return numbers;
    }

    private static int position(long offset, long length, byte[] bytes) throws IOException {
        if (offset <= length || offset >= length + bytes.length) {
            throw new IOException("the room for the signature is elsewhere");
        }
        return Math.toIntExact(offset - length);
    }

    private static boolean isRoom(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from - 1] != '<' || bytes[to] != '>') {
            return false;
        }
        for (int index = from; index < to; index++) {
            if (bytes[index] != '0') {
                return false;
            }
        }
        return true;
    }

    /** What of it is signed: all but the string for the signature, its brackets among it. */
    void feed(MessageDigest digest) {
        digest.update(bytes, 0, from - 1);
        digest.update(bytes, to + 1, bytes.length - to - 1);
    }

    boolean hasRoom(byte[] cms) {
        return 2L * cms.length <= to - from;
    }

    /** @param cms for which it has room */
    byte[] with(byte[] cms) {
        if (!hasRoom(cms)) {
            throw new IllegalArgumentException(cms.length + " bytes are too many");
        }
        byte[] signed = bytes.clone();
        byte[] digits = HEX.formatHex(cms).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, signed, from, digits.length);
        return signed;
    }
}
