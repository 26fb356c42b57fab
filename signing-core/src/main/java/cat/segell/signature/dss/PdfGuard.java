// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentEncrypted;
import cat.segell.problem.DocumentProblem.DocumentNoPages;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.DocumentRestricted;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Lets only those PDFs pass that every reader opens as they are. A repaired file is another file: what its signature covers
 * would depend on who repairs it.
 */
final class PdfGuard {

    /** Readers accept the header within the first 1024 bytes (ISO 32000-1, implementation note 13); we name that damaged. */
    private static final int HEADER_RANGE = 1024;

    private static final String HEADER = "%PDF-";

    private final Path source;

    private PdfGuard(Path source) {
        this.source = source;
    }

    /** @throws ProblemException a {@code DocumentProblem} */
    static void check(DocumentFile document) throws ProblemException {
        PdfGuard guard = new PdfGuard(document.source());
        guard.header(document.copy());
        guard.structure(document.copy());
    }

    private void header(Path copy) throws ProblemException {
        try (InputStream in = Files.newInputStream(copy)) {
            String start = new String(in.readNBytes(HEADER_RANGE), StandardCharsets.ISO_8859_1);
            if (!start.contains(HEADER)) {
                throw new ProblemException(new DocumentNotPdf(source));
            }
            if (!start.startsWith(HEADER)) {
                throw new ProblemException(new DocumentDamaged(source));
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void structure(Path copy) throws ProblemException {
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(copy);
                PDDocument pdf = parse(in)) {
            if (pdf.isEncrypted()) {
                throw new ProblemException(new DocumentRestricted(source));
            }
            crossReferences(in, pdf.getDocument().getXrefTable());
            if (!pdf.getPages().iterator().hasNext()) {
                throw new ProblemException(new DocumentNoPages(source));
            }
        } catch (InvalidPasswordException e) {
            throw new ProblemException(new DocumentEncrypted(source), e);
        } catch (IOException e) {
            throw damaged(e);
        } catch (RuntimeException | StackOverflowError e) {
            // PDFBox answers some malformed structures with unchecked exceptions of many types.
            throw damaged(e);
        }
    }

    private static PDDocument parse(RandomAccessRead in) throws IOException {
        PDFParser strict = new PDFParser(in, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        return strict.parse(false);
    }

    /** The strict parser believes the table until an object is asked for: each entry must point to its object. */
    private void crossReferences(RandomAccessRead in, Map<COSObjectKey, Long> table)
            throws IOException, ProblemException {
        for (Map.Entry<COSObjectKey, Long> entry : table.entrySet()) {
            long offset = entry.getValue();
            // Negative: it lies in an object stream, whose own entry is checked.
            if (offset > 0 && !startsObject(in, offset, entry.getKey())) {
                throw damaged(null);
            }
        }
    }

    private static boolean startsObject(RandomAccessRead in, long offset, COSObjectKey key) throws IOException {
        if (offset >= in.length()) {
            return false;
        }
        in.seek(offset);
        String expected = key.getNumber() + " " + key.getGeneration() + " obj";
        byte[] found = new byte[expected.length() + 16];
        int length = Math.max(0, in.read(found, 0, found.length));
        return new String(found, 0, length, StandardCharsets.ISO_8859_1)
                .stripLeading()
                .replaceAll("\\s+", " ")
                .startsWith(expected);
    }

    private ProblemException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        DocumentProblem problem = new DocumentDamaged(source);
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
