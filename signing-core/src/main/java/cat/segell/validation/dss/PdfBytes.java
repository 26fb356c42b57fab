// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.pdf.PdfStructure;
import cat.segell.validation.SignedRevision.Seal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessRead;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** Questions to the bytes of a PDF that no parser answers. */
final class PdfBytes {

    /** The keyword, its number and the end mark fit in with room for odd line ends. */
    private static final int TRAILER_TAIL = 1024;

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]++");

    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,18})\\s+%%EOF\\s*$");

    private final RandomAccessRead file;

    PdfBytes(RandomAccessRead file) {
        this.file = file;
    }

    long lengthWithoutSpace() throws IOException {
        long length = file.length();
        while (length > 0 && isSpace(at(length - 1))) {
            length--;
        }
        return length;
    }

    /** Whether the file ends as an update does whose table lies behind {@code start}. */
    boolean endsWithUpdate(long start, long length) throws IOException {
        Matcher end = END.matcher(text(Math.max(start, length - TRAILER_TAIL), length));
        return end.find() && Long.parseLong(end.group(1)) >= start;
    }

    /** Whether between two covered parts lies one hexadecimal string: a CMS, and nothing but zeros behind it. */
    Seal seal(long start, long end) throws IOException {
        if (end - start < 4 || end - start > Integer.MAX_VALUE || at(start) != '<' || at(end - 1) != '>') {
            return Seal.OPEN;
        }
        String hex = text(start + 1, end - 1);
        if (hex.length() % 2 != 0 || !HEX.matcher(hex).matches()) {
            return Seal.OPEN;
        }
        ByteArrayInputStream value = new ByteArrayInputStream(HexFormat.of().parseHex(hex));
        if (!isSignedData(value)) {
            return Seal.BROKEN;
        }
        for (byte each : value.readAllBytes()) {
            if (each != 0) {
                return Seal.OPEN;
            }
        }
        return Seal.WHOLE;
    }

    /**
     * DER by the standard, but BER is met. DSS doesn't look at the type, other programs do.
     *
     * @param value read up to the signature's end
     */
    private static boolean isSignedData(InputStream value) {
        try {
            return new ASN1InputStream(value).readObject() instanceof ASN1Sequence cms
                    && cms.size() > 0
                    && cms.getObjectAt(0).equals(CMSObjectIdentifiers.signedData);
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            return false;
        }
    }

    /** What lies behind {@code start}, one char a byte. */
    String tail(long start) throws IOException {
        return text(start, file.length());
    }

    /** From the start. */
    byte[] part(long end) throws IOException {
        return PdfStructure.bytes(file, 0, end);
    }

    private int at(long offset) throws IOException {
        file.seek(offset);
        return file.read();
    }

    private static boolean isSpace(int value) {
        return value == 0 || value == '\t' || value == '\n' || value == '\f' || value == '\r' || value == ' ';
    }

    /** One char a byte; shorter where the file ends. */
    private String text(long from, long to) throws IOException {
        return new String(PdfStructure.bytes(file, from, to), StandardCharsets.ISO_8859_1);
    }
}
