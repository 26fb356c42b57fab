// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.JournalFull;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.signature.dss.PadesSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the key signs a document, those after it are prepared and those before it are finished. */
class BatchPipelineTest {

    private static final int DOCUMENTS = 24;
    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey ISSUED = PKI.signer(KeyKind.P256);

    private final KeyInMemory key = new KeyInMemory(ISSUED);
    private final Watched signer = new Watched();
    private final List<BatchEvent> events = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void documents() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Path _ = TestPdf.pages(document(i), 1);
        }
    }

    @Test
    void preparesAheadWhileTheKeyWorksAndNotTooMany() throws Exception {
        CountDownLatch ahead = new CountDownLatch(Preparing.MOST);
        signer.whenPrepared = ahead::countDown;
        List<Integer> lead = new ArrayList<>();
        List<DocumentResult> results = run(
                SignatureProfile.pades(SignatureLevel.B),
                event -> {
                    if (event instanceof BatchEvent.Signing(int index)) {
                        await(ahead);
                        lead.add(signer.prepared.get() - index);
                    }
                },
                () -> false);
        assertThat(results).hasSize(DOCUMENTS).allMatch(Signed.class::isInstance);
        assertThat(lead.getFirst()).isEqualTo(Preparing.MOST);
        assertThat(lead).allMatch(documents -> documents <= Preparing.MOST);
    }

    @Test
    void signsTheNextOneWhileTheOneBeforeIsFinished() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        signer.whenCompleting = () -> await(second);
        List<DocumentResult> results = run(
                SignatureProfile.pades(SignatureLevel.B),
                event -> {
                    if (event instanceof BatchEvent.Signing) {
                        second.countDown();
                    }
                },
                () -> false);
        assertThat(results).allMatch(Signed.class::isInstance);
    }

    @Test
    void tellsOfTheDocumentsInTheirOrderAndOneAtATime() throws Exception {
        AtomicInteger tellers = new AtomicInteger();
        List<DocumentResult> results = run(
                SignatureProfile.pades(SignatureLevel.B),
                event -> {
                    assertThat(tellers.incrementAndGet()).isOne();
                    events.add(event);
                    tellers.decrementAndGet();
                },
                () -> false);
        assertThat(events.stream().filter(BatchEvent.Ended.class::isInstance).map(each -> (BatchEvent.Ended) each))
                .containsExactlyElementsOf(IntStream.range(0, DOCUMENTS)
                        .mapToObj(index -> new BatchEvent.Ended(index, results.get(index)))
                        .toList());
        for (int index = 0; index < DOCUMENTS; index++) {
            assertThat(events)
                    .containsSubsequence(
                            new BatchEvent.Signing(index), new BatchEvent.Ended(index, results.get(index)));
        }
    }

    @Test
    void whatWaitsForTheDiskIsWrittenDownTogether() throws Exception {
        CountDownLatch signed = new CountDownLatch(6);
        List<DocumentResult> results = run(
                SignatureProfile.pades(SignatureLevel.B),
                event -> {
                    if (event instanceof BatchEvent.Signing) {
                        signed.countDown();
                    }
                },
                () -> false,
                placings -> {
                    groups.add(placings.size());
                    await(signed);
                });
        assertThat(results).allMatch(Signed.class::isInstance);
        assertThat(groups.stream().mapToInt(Integer::intValue).sum()).isEqualTo(DOCUMENTS);
        assertThat(groups).hasSizeLessThan(DOCUMENTS);
    }

    @Test
    void whereNothingCanBeWrittenDownNothingIsPutAnywhereAndTheRestIsLeft() throws Exception {
        List<DocumentResult> results =
                run(SignatureProfile.pades(SignatureLevel.B), events::add, () -> false, placings -> {
                    groups.add(placings.size());
                    throw new ProblemException(new JournalFull(folder));
                });
        assertThat(results)
                .hasSize(DOCUMENTS)
                .allMatch(each ->
                        each instanceof Failed failed && failed.problem().equals(new JournalFull(folder)));
        assertThat(outputs()).isEmpty();
        assertThat(key.signed()).as("as many as were under way").isLessThan(DOCUMENTS);
        assertNothingIsLeft();
    }

    @Test
    void stoppedItEndsAfterTheDocumentInHand() throws Exception {
        AtomicInteger signing = new AtomicInteger();
        List<DocumentResult> results = run(
                SignatureProfile.pades(SignatureLevel.B),
                event -> {
                    if (event instanceof BatchEvent.Signing) {
                        signing.incrementAndGet();
                    }
                },
                () -> signing.get() == 3);
        assertThat(results.subList(0, 3)).allMatch(Signed.class::isInstance);
        assertThat(results.subList(3, DOCUMENTS))
                .allMatch(each -> each instanceof Failed failed && failed.problem() instanceof SigningStopped);
        assertThat(outputs()).hasSize(3);
        assertThat(key.signed()).isEqualTo(3);
        assertNothingIsLeft();
    }

    @Test
    void aMistakeOfOursOnAnotherThreadEndsTheBatch() throws Exception {
        signer.whenPrepared = () -> {
            if (signer.prepared.get() == 5) {
                throw new IllegalStateException("a mistake");
            }
        };
        assertThatThrownBy(() -> run(SignatureProfile.pades(SignatureLevel.B), events::add, () -> false))
                .hasStackTraceContaining("a mistake");
        assertThat(outputs()).as("what the key signed before").hasSize(4);
        assertNothingIsLeft();
    }

    @Test
    void aMistakeOfOursBehindTheKeyEndsTheBatchAndTheOthersReachTheirPlaces() throws Exception {
        AtomicInteger completed = new AtomicInteger();
        signer.whenCompleting = () -> {
            if (completed.getAndIncrement() == 1) {
                throw new IllegalStateException("a mistake");
            }
        };
        assertThatThrownBy(() -> run(SignatureProfile.pades(SignatureLevel.B), events::add, () -> false))
                .hasStackTraceContaining("a mistake");
        assertThat(outputs()).hasSize(key.signed() - 1);
        assertNothingIsLeft();
    }

    private List<DocumentResult> run(SignatureProfile profile, Consumer<BatchEvent> told, BooleanSupplier stop)
            throws Exception {
        return run(profile, told, stop, _ -> {});
    }

    private interface Placed {
        void placing(List<JournalEntry.Placing> placings) throws ProblemException;
    }

    private List<DocumentResult> run(
            SignatureProfile profile, Consumer<BatchEvent> told, BooleanSupplier stop, Placed placed) {
        BatchRequest request = new BatchRequest(
                IntStream.range(0, DOCUMENTS)
                        .mapToObj(index -> BatchDocument.of(document(index)))
                        .toList(),
                key.credential(),
                profile,
                Optional.of(folder.resolve("out")),
                false,
                false);
        return new SignBatch(key, signer, Optional.empty(), folder.resolve("home"))
                .keeping(_ -> new JournalEntry() {
                    @Override
                    public String id() {
                        return "batch";
                    }

                    @Override
                    public void placing(List<Placing> placings) throws ProblemException {
                        placed.placing(placings);
                    }
                })
                .run(request, KeyInMemory.rightPin(), told, stop)
                .documents();
    }

    private Path document(int index) {
        return folder.resolve(String.format("%02d.pdf", index));
    }

    private List<Path> outputs() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("home"))) {
            assertThat(left).isEmpty();
        }
    }

    /** Fails rather than waiting for ever. */
    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real signer, with somebody beside it. */
    private static final class Watched implements Signer {

        private final Signer signer = new PadesSigner(List.of());
        private final AtomicInteger prepared = new AtomicInteger();
        private Runnable whenPrepared = () -> {};
        private Runnable whenCompleting = () -> {};

        @Override
        public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
                throws ProblemException {
            PreparedDocument made = signer.prepare(document, credential, profile);
            prepared.incrementAndGet();
            whenPrepared.run();
            return made;
        }

        @Override
        public SignedContent complete(PreparedDocument document, byte[] signature, WorkFolder work)
                throws ProblemException {
            whenCompleting.run();
            return signer.complete(document, signature, work);
        }
    }
}
