// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.fixture.HostilePdf;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.pdf.ReadingCopyMark;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentScanTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsMissingIsToldAndKeepsNothingOut() throws Exception {
        Path missing = folder.resolve("missing.pdf");
        Path good = pdf("good.pdf");
        DocumentScan scan = DocumentScan.of(List.of(missing, good));
        assertThat(scan.documents()).containsExactly(BatchDocument.of(good));
        assertThat(scan.leftOut()).containsExactly(new Failed(missing, new DocumentMissing(missing)));
    }

    @Test
    void skipsWhatSegellItselfSigned() throws Exception {
        pdf("below/a.pdf");
        Path signed = signed("below/a-signed.pdf");
        Path second = signed("below/a-signed-2.pdf");
        DocumentScan scan = DocumentScan.of(List.of(folder));
        assertThat(scan.documents())
                .containsExactly(new BatchDocument(folder.resolve("below/a.pdf"), Path.of("below/a.pdf")));
        assertThat(scan.leftOut())
                .containsExactly(new Skipped(second, Optional.empty()), new Skipped(signed, Optional.empty()));
    }

    @Test
    void skipsCopiesForReadingWhateverTheirName() throws Exception {
        Path document = pdf("a.pdf");
        Path copy = folder.resolve("paper.pdf");
        try (PDDocument made = new PDDocument()) {
            made.addPage(new PDPage());
            ReadingCopyMark.put(made);
            made.save(copy.toFile(), CompressParameters.NO_COMPRESSION);
        }
        assertThat(DocumentScan.of(List.of(folder)))
                .isEqualTo(new DocumentScan(
                        List.of(new BatchDocument(document, Path.of("a.pdf"))),
                        List.of(new Skipped(copy, Optional.empty()))));
        assertThat(DocumentScan.of(List.of(copy)).documents()).containsExactly(BatchDocument.of(copy));
    }

    /** Words of a page that speak of the mark are none. */
    @Test
    void aDocumentThatSpeaksOfTheMarkIsSigned() throws Exception {
        Path document = pdf("a.pdf");
        Files.writeString(document, "%PDF-1.7\n% trailer << >>\n% (/SegellReadingCopy true)\ntrailer <<\n/Size 1 >>\n");
        Path long1 = pdf("b.pdf");
        Files.writeString(long1, "%PDF-1.7\ntrailer <<\n/SegellReadingCopy true\n>>\n" + "x".repeat(1100));
        assertThat(DocumentScan.of(List.of(folder)).leftOut()).isEmpty();
    }

    @Test
    void signsWhatIsOnlyNamedLikeASignedOne() throws Exception {
        Path draft = TestPdf.pages(folder.resolve("draft-signed.pdf"), 1);
        Path form = TestPdf.withForm(folder.resolve("form-signed.pdf"));
        assertThat(DocumentScan.of(List.of(folder)))
                .isEqualTo(new DocumentScan(
                        List.of(
                                new BatchDocument(draft, Path.of("draft-signed.pdf")),
                                new BatchDocument(form, Path.of("form-signed.pdf"))),
                        List.of()));
    }

    /** What can't be looked into is a document like the others: whoever signs it is told why it can't be signed. */
    @Test
    void aFileThatBringsReadersDownIsADocumentAndBringsDownNothing() throws Exception {
        HostilePdf.packedObjects(folder.resolve("packed-signed.pdf"), 300L << 20, "");
        TestPdf.encrypted(folder.resolve("closed-signed.pdf"));
        pdf("broken-signed.pdf");
        assertThat(DocumentScan.of(List.of(folder)).documents())
                .extracting(document -> document.below().toString())
                .containsExactly("broken-signed.pdf", "closed-signed.pdf", "packed-signed.pdf");
    }

    @Test
    void signsASignedOneThatIsNamedItself() throws Exception {
        Path signed = pdf("a-signed.pdf");
        assertThat(DocumentScan.of(List.of(signed)).documents()).containsExactly(BatchDocument.of(signed));
    }

    private Path signed(String name) {
        return TestPdf.certifiedForForms(folder.resolve(name), TestPki.create().signer(KeyKind.P256));
    }

    private Path pdf(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "%PDF-1.7\n");
    }
}
