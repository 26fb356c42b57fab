// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.pdf.PdfFailure;
import cat.segell.pdf.PdfStructure;
import cat.segell.print.CopyText.Original;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.text.Showable;
import cat.segell.validation.ValidationReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A copy of a signed PDF for people to read.
 *
 * @param report what the signatures are worth; of those that are not valid there is no copy
 * @param code of the organisation that keeps the document
 */
public record ReadingCopy(ValidationReport report, Optional<VerificationCode> code, Language language) {

    /** In bytes; what a copy needs beyond it lies in the document's work folder. */
    private static final long IN_MEMORY = 32L << 20;

    /**
     * @param content a copy of the file, in its work folder
     * @param pages in it
     */
    public record Made(Path content, int pages) {}

    /**
     * The same document gives the same copy, byte for byte.
     *
     * @param document as it was verified, and found to be a PDF that every reader opens as it is
     * @throws ProblemException a {@code DocumentProblem}
     */
    public Made of(DocumentFile document) throws ProblemException {
        Path content = document.work().newFile();
        try (RandomAccessRead in = new RandomAccessReadBufferedFile(document.copy());
                PDDocument source = PdfStructure.parse(in, false);
                PDDocument target = new PDDocument(scratch(document).streamCache)) {
            int pages = new CopyWriter(source, target, text(document)).write(document);
            target.setDocumentId(identity(document.sha256()));
            save(target, content, document);
            return new Made(content, pages);
        } catch (PagePictures.Endless e) {
            throw new ProblemException(new DocumentTooDemanding(document.source()), e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ProblemException(PdfFailure.of(document, e), e);
        }
    }

    private static MemoryUsageSetting scratch(DocumentFile document) {
        return MemoryUsageSetting.setupMixed(IN_MEMORY)
                .setTempDir(document.work().folder().toFile());
    }

    private CopyText text(DocumentFile document) {
        String name = Showable.of(String.valueOf(document.source().getFileName()));
        return new CopyText(
                report,
                new Original(name, document.sha256()),
                code,
                Messages.load(language, ReadingCopy.class, "print"));
    }

    /** In place of the time at which it was made. */
    private static long identity(Digest sha256) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(sha256.hex())).getLong();
    }

    private static void save(PDDocument target, Path content, DocumentFile document) throws ProblemException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(content))) {
            target.save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw document.work().unwritable(e);
        }
    }
}
