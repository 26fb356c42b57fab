// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What tells a PDF that every reader opens as it is from one that has to be guessed at. */
public final class PdfStructure {

    /** Readers accept the header within the first 1024 bytes (ISO 32000-1, implementation note 13); we name that damaged. */
    private static final int HEADER_RANGE = 1024;

    private static final String HEADER = "%PDF-";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PdfStructure() {}

    /** @throws ProblemException {@code DOCUMENT-NOT-PDF} or {@code DOCUMENT-DAMAGED} */
    public static void requireHeader(DocumentFile document) throws ProblemException {
        try (InputStream in = Files.newInputStream(document.copy())) {
            String start = new String(in.readNBytes(HEADER_RANGE), StandardCharsets.ISO_8859_1);
            if (!start.contains(HEADER)) {
                throw new ProblemException(new DocumentNotPdf(document.source()));
            }
            if (!start.startsWith(HEADER)) {
                throw new ProblemException(new DocumentDamaged(document.source()));
            }
        } catch (IOException e) {
            throw new ProblemException(new DocumentDamaged(document.source()), e);
        }
    }

    /**
     * @param in stays open as long as the document; read from its start
     * @param repair whether broken places may be guessed at
     */
    public static PDDocument parse(RandomAccessRead in, boolean repair) throws IOException {
        in.seek(0);
        PDFParser parser = new PDFParser(in, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        return parser.parse(repair);
    }

    /**
     * Whether each entry of a cross-reference table points to its object. The strict parser believes the table until an
     * object is asked for, and one that forgives would search for it.
     */
    public static boolean pointsToObjects(RandomAccessRead in, Map<COSObjectKey, Long> table) throws IOException {
        // Negative: it lies in an object stream, whose own entry is checked. In the order of the file, which is read
        // once then.
        List<Map.Entry<COSObjectKey, Long>> entries = table.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue())
                .toList();
        for (Map.Entry<COSObjectKey, Long> entry : entries) {
            if (!startsObject(in, entry.getValue(), entry.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsObject(RandomAccessRead in, long offset, COSObjectKey key) throws IOException {
        String expected = key.getNumber() + " " + key.getGeneration() + " obj";
        String found = new String(bytes(in, offset, offset + expected.length() + 16), StandardCharsets.ISO_8859_1);
        return found.startsWith(expected)
                || SPACE.matcher(found.stripLeading()).replaceAll(" ").startsWith(expected);
    }

    /** Shorter where the file ends. */
    public static byte[] bytes(RandomAccessRead in, long from, long to) throws IOException {
        if (from < 0 || from >= Math.min(to, in.length())) {
            return new byte[0];
        }
        byte[] bytes = new byte[Math.toIntExact(Math.min(to, in.length()) - from)];
        in.seek(from);
        int filled = 0;
        // PDFBox reads to the end of its own page of 4096 bytes at most.
        while (filled < bytes.length) {
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                return Arrays.copyOf(bytes, filled);
            }
            filled += read;
        }
        return bytes;
    }
}
