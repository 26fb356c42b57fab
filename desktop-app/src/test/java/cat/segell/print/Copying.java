// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.validation.ValidationReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes copies in a test, and looks at them. */
final class Copying {

    private Copying() {}

    static Path copy(Path file, ValidationReport report, Language language) throws ProblemException {
        return copy(file, new ReadingCopy(report, Optional.empty(), language));
    }

    /** @return beside the document */
    static Path copy(Path file, ReadingCopy copy) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(file.resolveSibling("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            Path made = copy.of(document).content();
            return Files.move(
                    made,
                    Files.createTempFile(file.resolveSibling(""), "copy-", ".pdf"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param page from 1 */
    static String text(Path file, int page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            // Lines are broken where there is no more room.
            return stripper.getText(pdf).replaceAll("\\s+", " ").strip();
        }
    }

    static int pages(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return pdf.getNumberOfPages();
        }
    }

    /** @param page from 0 */
    static BufferedImage picture(Path file, int page, float scale) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return new PDFRenderer(pdf).renderImage(page, scale);
        }
    }
}
