// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.credential.PinEntry;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.PdfSignature;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card that is taken out in the midst of a batch, and put back while it waits. */
class PauseTest {

    private static final int DOCUMENTS = 6;
    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey ISSUED = PKI.signer(KeyKind.P256);
    private static final Problem REMOVED = new TokenRemoved("Memòria");

    private final KeyInMemory key = new KeyInMemory(ISSUED);
    private final List<Problem> asked = new ArrayList<>();
    private int pins;

    @TempDir
    private Path folder;

    @BeforeEach
    void documents() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Path _ = TestPdf.pages(document(i), 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void putBackAtAnyPositionItGoesOnAndEachIsSignedOnce(int signed) throws Exception {
        key.failAfter(signed, REMOVED);
        List<DocumentResult> results = run(why -> {
            asked.add(why);
            putBack();
            return true;
        });
        assertThat(results).hasSize(DOCUMENTS).allMatch(Signed.class::isInstance);
        for (DocumentResult each : results) {
            assertThat(PdfSignature.last(((Signed) each).output()).verifies(ISSUED))
                    .isTrue();
        }
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**-2.pdf");
        assertThat(asked).containsExactly(REMOVED);
        assertThat(key.signed()).isEqualTo(DOCUMENTS);
        assertThat(pins)
                .as("the PIN is wiped when the card goes, and asked for anew")
                .isEqualTo(2);
    }

    @Test
    void waitsAgainWhereItIsAnotherCardAndWhereTheReadersServiceIsDown() {
        key.failAfter(2, REMOVED);
        List<Problem> next = List.of(new KeyNotFound("this one"), new PcscServiceDown());
        List<DocumentResult> results = run(why -> {
            asked.add(why);
            if (asked.size() <= next.size()) {
                key.failAfter(2, next.get(asked.size() - 1));
            } else {
                putBack();
            }
            return true;
        });
        assertThat(results).allMatch(Signed.class::isInstance);
        assertThat(asked).containsExactly(REMOVED, next.get(0), next.get(1));
        assertThat(key.signed()).isEqualTo(DOCUMENTS);
    }

    @Test
    void whereTheyWouldRatherStopTheRestIsLeftWithThatReason() {
        key.failAfter(2, REMOVED);
        List<DocumentResult> results = run(why -> {
            asked.add(why);
            return false;
        });
        assertThat(asked).containsExactly(REMOVED);
        assertThat(results.subList(0, 2)).allMatch(Signed.class::isInstance);
        assertThat(results.subList(2, DOCUMENTS))
                .containsExactlyElementsOf(IntStream.range(2, DOCUMENTS)
                        .<DocumentResult>mapToObj(index -> new Failed(document(index), REMOVED))
                        .toList());
    }

    @Test
    void whatNobodyCanPutRightMeanwhileEndsTheBatch() throws Exception {
        key.failAfter(2, new TokenLocked("Memòria", false));
        assertThat(run(this::fails).subList(2, DOCUMENTS)).allMatch(Failed.class::isInstance);
    }

    @Test
    void aKeyThatSignsSomethingElseEndsTheBatch() {
        key.signWith(KeyKind.P256.newPair().getPrivate());
        assertThat(run(this::fails)).allMatch(Failed.class::isInstance);
    }

    @Test
    void whatNeverWorkedIsNoPause() {
        key.failAfter(0, REMOVED);
        PinEntry refusing = _ -> {
            throw new ProblemException(REMOVED);
        };
        assertThat(run(refusing, this::fails)).allMatch(Failed.class::isInstance);
    }

    private boolean fails(Problem why) {
        throw new AssertionError("asked about " + why);
    }

    private void putBack() {
        key.failAfter(Integer.MAX_VALUE, REMOVED);
    }

    private List<DocumentResult> run(Pause pause) {
        return run(
                request -> {
                    pins++;
                    return KeyInMemory.rightPin().ask(request);
                },
                pause);
    }

    private List<DocumentResult> run(PinEntry entry, Pause pause) {
        BatchRequest request = new BatchRequest(
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(index -> BatchDocument.of(document(index)))
                        .toList(),
                key.credential(),
                SignatureProfile.pades(SignatureLevel.B),
                Optional.of(folder.resolve("out")),
                false,
                false);
        return new SignBatch(key, new PadesSigner(List.of()), Optional.empty(), folder.resolve("home"))
                .pausing(pause)
                .run(request, entry, _ -> {}, () -> false)
                .documents();
    }

    private Path document(int index) {
        return folder.resolve(index + ".pdf");
    }
}
