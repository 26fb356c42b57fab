// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.FolderEmpty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentScanTest {

    @TempDir
    private Path folder;

    @Test
    void missingAndEmptyInputsDoNotKeepTheOthersOut() throws Exception {
        Path missing = folder.resolve("missing.pdf");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path good = pdf("good.pdf");
        DocumentScan scan = DocumentScan.of(List.of(missing, empty, good));
        assertThat(scan.documents()).containsExactly(BatchDocument.of(good));
        assertThat(scan.leftOut())
                .containsExactly(
                        new Failed(missing, new DocumentMissing(missing)), new Failed(empty, new FolderEmpty(empty)));
    }

    @Test
    void doesNotFollowLinksInFolders() throws Exception {
        Path named = Files.createDirectory(folder.resolve("named"));
        pdf("outside/secret.pdf");
        pdf("named/a.pdf");
        Files.createSymbolicLink(named.resolve("link"), folder.resolve("outside"));
        Files.createSymbolicLink(named.resolve("link.pdf"), folder.resolve("outside/secret.pdf"));
        Files.createSymbolicLink(named.resolve("circle"), named);
        assertThat(below(named)).containsExactly("a.pdf");
    }

    @Test
    void skipsWhatSegellItselfSigned() throws Exception {
        pdf("a.pdf");
        Path signed = pdf("a-signed.pdf");
        Path second = pdf("a-signed-2.pdf");
        DocumentScan scan = DocumentScan.of(List.of(folder));
        assertThat(scan.documents()).extracting(BatchDocument::below).containsExactly(Path.of("a.pdf"));
        assertThat(scan.leftOut()).containsExactly(new Skipped(second), new Skipped(signed));
    }

    @Test
    void signsASignedOneThatIsNamedItself() throws Exception {
        Path signed = pdf("a-signed.pdf");
        assertThat(DocumentScan.of(List.of(signed)).documents()).containsExactly(BatchDocument.of(signed));
    }

    @Test
    void takesPdfsByEndingOrContentAndNothingElse() throws Exception {
        pdf("no-ending");
        Files.writeString(folder.resolve("broken.PDF"), "broken");
        Files.writeString(folder.resolve("letter.txt"), "text");
        Files.writeString(folder.resolve("a-signed.pdf.tlog-proof"), "receipt");
        pdf(".segell-leftover.part");
        assertThat(below(folder)).containsExactly("broken.PDF", "no-ending");
    }

    @Test
    void sortsAndKeepsTheStructure() throws Exception {
        pdf("z.pdf");
        pdf("a/b.pdf");
        pdf("a/a.pdf");
        pdf("a/c/d.pdf");
        assertThat(below(folder)).containsExactly("a/a.pdf", "a/b.pdf", "a/c/d.pdf", "z.pdf");
    }

    @Test
    void takesEachDocumentOnce() throws Exception {
        Path file = pdf("a/b.pdf");
        Path other = folder.resolve("a/../a/b.pdf");
        assertThat(DocumentScan.of(List.of(file, folder, other, folder)).documents())
                .containsExactly(BatchDocument.of(file));
    }

    @Test
    void aLinkThatIsNamedItselfIsFollowed() throws Exception {
        pdf("real/a.pdf");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(DocumentScan.of(List.of(link)).documents())
                .containsExactly(new BatchDocument(link.resolve("a.pdf"), Path.of("a.pdf")));
    }

    private List<String> below(Path of) {
        return DocumentScan.of(List.of(of)).documents().stream()
                .map(document -> document.below().toString())
                .toList();
    }

    private Path pdf(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "%PDF-1.7\n");
    }
}
