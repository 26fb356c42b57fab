// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.PendingJournal;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.batch.queue.QueueRun;
import cat.segell.batch.queue.QueueServices;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.notary.Registrar;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.timestamp.TimestampHttp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a window is open, pending work is done; when it closes, nobody waits for it. */
class QueueWorkerTest {

    private static final Duration SOON = Duration.ofMillis(1);

    @TempDir
    private Path folder;

    /** One document is signed, and its authority didn't answer. */
    private PendingJournal pending() throws Exception {
        Path batches = folder.resolve("batches");
        Path natives = folder.resolve("native");
        KeyInMemory key = new KeyInMemory(TestPki.create().signer(KeyKind.P256));
        var _ = new SignBatch(
                        key,
                        // Nobody answers there.
                        new PadesSigner(List.of(new TimestampHttp(URI.create("http://127.0.0.1:9/"), true))),
                        Optional.empty(),
                        folder.resolve("work"))
                .keeping(new SqliteJournal(batches, natives, Duration.ofDays(30), InstantSource.system())
                        .asking(AskedServices.NONE))
                .run(
                        new BatchRequest(
                                List.of(BatchDocument.of(TestPdf.pages(folder.resolve("acta.pdf"), 1))),
                                key.credential(),
                                SignatureProfile.pades(SignatureLevel.T),
                                Optional.empty(),
                                false,
                                false),
                        KeyInMemory.rightPin(),
                        _ -> {},
                        () -> false);
        return new PendingJournal(batches, natives, InstantSource.system());
    }

    private QueueRun queue(Runnable asked) throws Exception {
        return new QueueRun(
                pending(),
                new QueueServices() {
                    @Override
                    public Extender extender(AskedServices services) {
                        asked.run();
                        throw new IllegalStateException("a fault of ours");
                    }

                    @Override
                    public Registrar registrar() {
                        throw new IllegalStateException("nothing is to be recorded");
                    }

                    @Override
                    public ReceiptVerifier receipts() {
                        return ReceiptVerifier.NONE;
                    }
                },
                folder.resolve("work"),
                InstantSource.system());
    }

    @Test
    void aFaultEndsOneRunAndNotTheNext() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        try (QueueWorker _ = QueueWorker.start(queue(twice::countDown), SOON, SOON)) {
            assertThat(twice.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void whoWaitsForAServiceIsCutOffWhenTheWindowCloses() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        QueueWorker worker = QueueWorker.start(
                queue(() -> {
                    waiting.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        cut.countDown();
                    }
                }),
                SOON,
                SOON);
        assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
        worker.close();
        assertThat(cut.await(1, TimeUnit.MINUTES)).isTrue();
    }
}
