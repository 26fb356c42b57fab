// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.DocumentSearch.Missed;
import cat.segell.problem.DocumentProblem.Counted;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.FolderEmpty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files and folders stand for. Folders that can't be read are met by a session, which isn't root. */
class DocumentSearchTest {

    @TempDir
    private Path folder;

    @Test
    void missingAndEmptyInputsDoNotKeepTheOthersOut() throws Exception {
        Path missing = folder.resolve("missing.pdf");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path good = pdf("good.pdf");
        DocumentSearch search = DocumentSearch.of(List.of(missing, empty, good), DocumentKind.PDF);
        assertThat(search.found()).containsExactly(new Found(good, Path.of("good.pdf"), true));
        assertThat(search.missed())
                .containsExactly(
                        new Missed(missing, new DocumentMissing(missing)),
                        new Missed(empty, new FolderEmpty(empty, Counted.PDF)));
    }

    @Test
    void doesNotFollowLinksInFolders() throws Exception {
        Path named = Files.createDirectory(folder.resolve("named"));
        pdf("outside/secret.pdf");
        pdf("named/a.pdf");
        Files.createSymbolicLink(named.resolve("link"), folder.resolve("outside"));
        Files.createSymbolicLink(named.resolve("link.pdf"), folder.resolve("outside/secret.pdf"));
        Files.createSymbolicLink(named.resolve("circle"), named);
        assertThat(pdfsBelow(named)).containsExactly("a.pdf");
        assertThat(anyBelow(named)).containsExactly("a.pdf");
    }

    @Test
    void leavesWhatIsHiddenAlone() throws Exception {
        pdf("a.pdf");
        pdf(".hidden.pdf");
        pdf("._a.pdf");
        pdf(".trash/b.pdf");
        pdf("c/.segell-leftover.part");
        assertThat(pdfsBelow(folder)).containsExactly("a.pdf");
        assertThat(anyBelow(folder)).containsExactly("a.pdf");
    }

    @Test
    void takesWhatIsHiddenWhereItIsNamedItself() throws Exception {
        Path hidden = pdf(".drafts/.a.pdf");
        pdf(".drafts/b.pdf");
        assertThat(DocumentSearch.of(List.of(hidden), DocumentKind.PDF).found())
                .containsExactly(new Found(hidden, Path.of(".a.pdf"), true));
        assertThat(pdfsBelow(folder.resolve(".drafts"))).containsExactly("b.pdf");
    }

    @Test
    void takesPdfsByEndingOrContentAndNothingElse() throws Exception {
        pdf("no-ending");
        Files.writeString(folder.resolve("broken.PDF"), "broken");
        Files.writeString(folder.resolve("letter.txt"), "text");
        assertThat(pdfsBelow(folder)).containsExactly("broken.PDF", "no-ending");
    }

    @Test
    void takesAnyDocumentButNoReceipt() throws Exception {
        pdf("a.pdf");
        Files.writeString(folder.resolve("letter.txt"), "text");
        Files.writeString(folder.resolve("a.pdf.tlog-proof"), "receipt");
        Files.writeString(folder.resolve("b.pdf.TLOG-PROOF"), "receipt");
        assertThat(anyBelow(folder)).containsExactly("a.pdf", "letter.txt");
    }

    @Test
    void aFolderOfReceiptsHoldsNoDocument() throws Exception {
        Files.writeString(folder.resolve("a.pdf.tlog-proof"), "receipt");
        assertThat(DocumentSearch.of(List.of(folder), DocumentKind.ANY).missed())
                .containsExactly(new Missed(folder, new FolderEmpty(folder, Counted.ANY)));
    }

    @Test
    void sortsAndKeepsTheStructure() throws Exception {
        pdf("z.pdf");
        pdf("a/b.pdf");
        pdf("a/a.pdf");
        pdf("a/c/d.pdf");
        assertThat(pdfsBelow(folder)).containsExactly("a/a.pdf", "a/b.pdf", "a/c/d.pdf", "z.pdf");
    }

    @Test
    void takesEachDocumentOnce() throws Exception {
        Path file = pdf("a/b.pdf");
        Path other = folder.resolve("a/../a/b.pdf");
        Path link = Files.createSymbolicLink(folder.resolve("link.pdf"), file);
        assertThat(DocumentSearch.of(List.of(file, folder, other, link, folder), DocumentKind.PDF)
                        .found())
                .containsExactly(new Found(file, Path.of("b.pdf"), true));
    }

    @Test
    void aLinkThatIsNamedItselfIsFollowed() throws Exception {
        pdf("real/a.pdf");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(DocumentSearch.of(List.of(link), DocumentKind.PDF).found())
                .containsExactly(new Found(link.resolve("a.pdf"), Path.of("a.pdf"), false));
    }

    private static List<String> pdfsBelow(Path of) {
        return below(of, DocumentKind.PDF);
    }

    private static List<String> anyBelow(Path of) {
        return below(of, DocumentKind.ANY);
    }

    private static List<String> below(Path of, DocumentKind kind) {
        return DocumentSearch.of(List.of(of), kind).found().stream()
                .map(document -> document.below().toString())
                .toList();
    }

    private Path pdf(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "%PDF-1.7\n");
    }
}
