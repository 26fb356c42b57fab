// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.report.Block.Cell;
import cat.segell.report.Block.Fact;
import cat.segell.report.Block.Facts;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.report.Block.Table;
import cat.segell.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Where a page ends, nothing stands alone that belongs to what follows. */
class PageBreakTest {

    /** With fewer before it all of a part is on the first page, with more none. */
    private static final int FEWEST_LINES = 30;

    private static final int MOST_LINES = 42;

    @Test
    void aHeadingStaysWithItsFacts() throws IOException {
        keptTogether(
                List.of(
                        new Heading(2, "Signature 1"),
                        new Facts(
                                "Facts of signature 1",
                                List.of(
                                        new Fact("Holder", "Maria Prova", false),
                                        new Fact("Format", "PAdES", false),
                                        new Fact("Algorithm", "SHA256withRSA", false)))),
                "Signature 1",
                "Maria Prova");
    }

    @Test
    void aHeadingStaysWithItsTable() throws IOException {
        keptTogether(
                List.of(
                        new Heading(3, "Signature 1"),
                        new Table(
                                "Certificates of signature 1",
                                false,
                                List.of("Holder", "Issuer"),
                                List.of(
                                        List.of(Cell.of("Maria Prova"), Cell.of("Autoritat")),
                                        List.of(Cell.of("Autoritat"), Cell.of("Autoritat"))))),
                "Signature 1",
                "Maria Prova");
    }

    /** More than a page has room for. */
    @Test
    void theNameOfALongTableStaysWithItsFirstRow() throws IOException {
        keptTogether(
                List.of(new Table(
                        "Signatures of the document",
                        true,
                        List.of("No.", "Signer"),
                        IntStream.range(0, 80)
                                .mapToObj(n -> List.of(Cell.of(String.valueOf(n)), Cell.of("Signer " + n + ".")))
                                .toList())),
                "Signatures of the document",
                "Signer 0.");
    }

    @Test
    void twoHeadingsStayWithWhatFollows() throws IOException {
        keptTogether(
                List.of(
                        new Heading(2, "contracte.pdf"),
                        new Heading(3, "Signature 1"),
                        new Facts("Facts of signature 1", List.of(new Fact("Holder", "Maria Prova", false)))),
                "contracte.pdf",
                "Maria Prova");
    }

    /** Wherever on a page it comes to lie, its beginning and the first of what it is about are on one. */
    private static void keptTogether(List<Block> part, String heading, String first) throws IOException {
        boolean moved = false;
        for (int lines = FEWEST_LINES; lines <= MOST_LINES; lines++) {
            List<Block> blocks = new ArrayList<>(IntStream.range(0, lines)
                    .mapToObj(n -> (Block) new Paragraph("Line " + n))
                    .toList());
            blocks.addAll(part);
            List<String> pages = pages(new Page(Language.EN, "Report", "Report", blocks));
            assertThat(pages)
                    .as("%d lines before", lines)
                    .anySatisfy(page -> assertThat(page).contains(heading).contains(first));
            moved |= pages.size() > 1 && !pages.get(0).contains(heading);
        }
        assertThat(moved).as("a page ended there").isTrue();
    }

    private static List<String> pages(Page page) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(PdfReport.of(page))) {
            PDFTextStripper text = new PDFTextStripper();
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                text.setStartPage(number);
                text.setEndPage(number);
                pages.add(text.getText(pdf));
            }
        }
        return pages;
    }
}
