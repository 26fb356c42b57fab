// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.SignBatch;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.HostilePdf;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.TestPdf;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentNoPages;
import cat.segell.problem.DocumentProblem.DocumentTooDemanding;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.signature.dss.PdfInspection;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to bring down who opens them: a problem of that document, and the others go on. */
class HostilePdfTest extends AtDesk {

    private static final long TWO_GIGABYTES = 2L << 30;

    static Stream<Function<Path, Path>> bombs() {
        return Stream.of(
                file -> HostilePdf.packedObjects(file, TWO_GIGABYTES, "/Type/ObjStm"),
                file -> HostilePdf.packedObjects(file, TWO_GIGABYTES, "/Type/Obj#53tm/Subtype/Image"),
                file -> HostilePdf.packedObjects(file, TWO_GIGABYTES, ""),
                file -> HostilePdf.packedTable(file, TWO_GIGABYTES));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatUnpacksWithoutMeasureIsNotUnpacked(Function<Path, Path> bomb) throws Exception {
        Path file = bomb.apply(desk.file("bomb.pdf"));
        assertThat(Files.size(file)).isLessThan(4 << 20);
        assertThat(verifyingFails(file)).isEqualTo(new DocumentTooDemanding(file));
        assertThat(signingFails(file)).isEqualTo(new DocumentTooDemanding(file));
    }

    /** The same files without the air in them are good: what is refused is their size. */
    @Test
    void packedFilesOfOrdinarySizeAreSigned() throws Exception {
        for (Path file : List.of(
                HostilePdf.packedObjects(desk.file("a.pdf"), 1 << 20, "/Type/ObjStm"),
                HostilePdf.packedTable(desk.file("b.pdf"), 0))) {
            assertThat(desk.validate(desk.sign(file, SIGNER), TrustAnchors.NONE).verdict())
                    .isEqualTo(Verdict.INDETERMINATE);
        }
    }

    static Stream<Function<Path, Path>> tangles() {
        return Stream.of(
                file -> HostilePdf.nested(file, "[", "]", 200_000),
                file -> HostilePdf.nested(file, "<</A ", ">>", 200_000),
                file -> HostilePdf.nested(file, "[", "", 200_000),
                HostilePdf::circle,
                HostilePdf::circleOfFields,
                file -> HostilePdf.deepTree(file, 20_000),
                file -> HostilePdf.manyPages(file, 200_000));
    }

    /** Whether such a file is opened or refused: nothing but a problem of the document may come of it. */
    @ParameterizedTest
    @MethodSource("tangles")
    void aTangledFileHarmsNoOther(Function<Path, Path> tangle) throws Exception {
        Path file = tangle.apply(desk.file("tangled.pdf"));
        Path good = TestPdf.pages(desk.file("good.pdf"), 1);
        List<DocumentResult> results = sign(file, good);
        if (results.getFirst() instanceof Failed(Path _, Problem problem)) {
            assertThat(problem).isInstanceOf(DocumentProblem.class);
        }
        assertThat(results.getLast()).isInstanceOf(DocumentResult.Signed.class);
        try {
            assertThat(desk.validate(file, TrustAnchors.NONE).verdict()).isEqualTo(Verdict.UNSIGNED);
            assertThat(signatures(file)).isZero();
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(DocumentProblem.class);
        }
    }

    @Test
    void aCircleHasNoPages() {
        Path file = HostilePdf.circle(desk.file("circle.pdf"));
        assertThat(signingFails(file)).isEqualTo(new DocumentNoPages(file));
    }

    private int signatures(Path file) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return PdfInspection.of(document).signatures();
        }
    }

    private Problem verifyingFails(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> desk.validate(file, TrustAnchors.NONE))
                .problem();
    }

    private Problem signingFails(Path file) {
        return ((Failed) sign(file).getFirst()).problem();
    }

    private List<DocumentResult> sign(Path... files) {
        KeyInMemory key = new KeyInMemory(SIGNER);
        BatchRequest request = new BatchRequest(
                Stream.of(files).map(BatchDocument::of).toList(),
                key.credential(),
                SignatureProfile.pades(SignatureLevel.B),
                Optional.empty(),
                false,
                false);
        return new SignBatch(key, new PadesSigner(List.of()), Optional.empty(), folder.resolve("home"))
                .run(request, KeyInMemory.rightPin(), _ -> {}, () -> false)
                .documents();
    }
}
