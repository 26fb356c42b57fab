// SPDX-License-Identifier: EUPL-1.2
package cat.segell.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.HostilePdf;
import cat.segell.fixture.TestPdf;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured before anything is unpacked into memory; {@code HostilePdfTest} has the same from sign to verify. */
class UnpackedSizeTest {

    private static final long TOO_MUCH = UnpackedSize.LIMIT + (1 << 20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Type/ObjStm",
                "/Type/Obj#53tm",
                "",
                "/Type/ObjStm/Subtype/Image",
                "/Type/#4fbjStm/Subtype/Image",
                "/Type/ObjStm/Length1 17/DecodeParms null"
            })
    void tooMuchIsRefused(String dictionary) throws Exception {
        refused(HostilePdf.packedObjects(folder.resolve("a.pdf"), TOO_MUCH, dictionary));
    }

    @Test
    void tooLongATableIsRefused() throws Exception {
        refused(HostilePdf.packedTable(folder.resolve("a.pdf"), TOO_MUCH));
    }

    /** Where the search goes on in another piece of the file. */
    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) - 60, (1 << 20) - 30, (1 << 20) - 8, (1 << 20) - 3, (1 << 20) + 1, 3 << 20})
    void isFoundWhereverItLies(int before) throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), new byte[before]);
        Path bomb = HostilePdf.packedObjects(folder.resolve("b.pdf"), TOO_MUCH, "/Type/ObjStm");
        refused(Files.write(file, Files.readAllBytes(bomb), StandardOpenOption.APPEND));
    }

    /** PDFBox passes over any number of them; they may lie across two pieces of the file. */
    @ParameterizedTest
    @CsvSource({"40,3", "40,30", "1100,3", "1100,600", "200000,3"})
    void spacesHideNothing(int spaces, int beforeBorder) throws Exception {
        Path bomb = HostilePdf.packedObjects(folder.resolve("b.pdf"), TOO_MUCH, "/Type/ObjStm");
        String plain = Files.readString(bomb, StandardCharsets.ISO_8859_1);
        int keyword = plain.indexOf("stream");
        int pad = (1 << 16) - beforeBorder - keyword;
        String hidden = " ".repeat(pad) + plain.replaceFirst("stream", "stream" + " ".repeat(spaces));
        refused(Files.writeString(folder.resolve("a.pdf"), hidden, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Type/XObject/Subtype/Image", "/Type/EmbeddedFile"})
    void picturesAndAttachmentsStayPacked(String dictionary) throws Exception {
        passes(HostilePdf.packedContent(folder.resolve("a.pdf"), TOO_MUCH, dictionary));
    }

    @Test
    void ordinaryFilesPass() throws Exception {
        passes(TestPdf.xrefStream(folder.resolve("a.pdf")));
        passes(HostilePdf.packedObjects(folder.resolve("b.pdf"), UnpackedSize.LIMIT - (2 << 20), "/Type/ObjStm"));
        passes(TestPdf.big(folder.resolve("c.pdf"), 3 << 20));
    }

    private void refused(Path source) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> UnpackedSize.requireModest(document));
            assertThat(refused.problem()).isEqualTo(new DocumentTooDemanding(source));
        }
    }

    private void passes(Path source) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            assertThatCode(() -> UnpackedSize.requireModest(document)).doesNotThrowAnyException();
        }
    }
}
