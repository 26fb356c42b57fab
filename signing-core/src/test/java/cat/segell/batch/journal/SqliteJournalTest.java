// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.Journal;
import cat.segell.batch.JournalEntry;
import cat.segell.batch.JournalEntry.Placing;
import cat.segell.batch.SignBatch;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.OutputFile.Announced;
import cat.segell.document.OutputName;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.SmallDisk;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.SettingProblem.JournalFull;
import cat.segell.problem.SettingProblem.JournalNewer;
import cat.segell.problem.SettingProblem.JournalUnusable;
import cat.segell.problem.UsageProblem.BatchDone;
import cat.segell.problem.UsageProblem.BatchInUse;
import cat.segell.problem.UsageProblem.BatchUnknown;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.timestamp.TimestampHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal knows of a batch is what became of it, whatever broke it off. */
class SqliteJournalTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final SignatureProfile B = SignatureProfile.pades(SignatureLevel.B);
    private static final TestPki PKI = TestPki.create();

    @TempDir
    private Path folder;

    private KeyInMemory key;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        key = new KeyInMemory(PKI.signer(KeyKind.P256));
        journal = at(InstantSource.system());
    }

    private SqliteJournal at(InstantSource clock) {
        return new SqliteJournal(folder.resolve("home/batches"), folder.resolve("home/native"), MONTH, clock);
    }

    private List<BatchDocument> documents(int count) throws Exception {
        List<BatchDocument> documents = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            documents.add(BatchDocument.of(TestPdf.pages(folder.resolve("acta-" + i + ".pdf"), 1)));
        }
        return documents;
    }

    private BatchRequest request(List<BatchDocument> documents) {
        return new BatchRequest(documents, key.credential(), B, Optional.empty(), false, false);
    }

    private BatchResult run(BatchRequest request, Journal kept) {
        // Nobody answers there.
        TimestampHttp authority = new TimestampHttp(URI.create("http://127.0.0.1:9/"), true);
        return new SignBatch(key, new PadesSigner(List.of(authority)), Optional.empty(), folder.resolve("home/work"))
                .keeping(kept)
                .run(request, KeyInMemory.rightPin(), _ -> {}, () -> false);
    }

    private JournalEntry writing(BatchRequest request) throws ProblemException {
        return journal.asking(AskedServices.NONE).begin(request);
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private JournaledBatch only() throws Exception {
        assertThat(journal.list()).hasSize(1);
        return journal.list().getFirst();
    }

    private static List<DocumentState> states(JournaledBatch batch) {
        return batch.documents().stream().map(JournaledDocument::state).toList();
    }

    @Test
    void whatIsSignedIsWrittenDown() throws Exception {
        BatchResult result = run(request(documents(2)), journal.asking(AskedServices.NONE));
        JournaledBatch batch = only();
        assertThat(batch.id()).isEqualTo(result.id());
        assertThat(batch.state()).isEqualTo(JournaledBatch.State.DONE);
        assertThat(batch.signed()).isEqualTo(2);
        assertThat(batch.order().certificateSha256())
                .isEqualTo(key.credential().id().certificateSha256());
        JournaledDocument first = batch.documents().getFirst();
        Path signed = first.output().orElseThrow();
        assertThat(signed).isEqualTo(folder.resolve("acta-1-signed.pdf"));
        assertThat(first.signed()).contains(DigestAlgorithm.SHA256.of(Files.readAllBytes(signed)));
        assertThat(first.content())
                .contains(DigestAlgorithm.SHA256.of(Files.readAllBytes(folder.resolve("acta-1.pdf"))));
        assertThat(first.level()).contains(SignatureLevel.B);
        assertThat(problem(() -> journal.resume(batch.id()))).isEqualTo(new BatchDone(batch.id()));
    }

    @Test
    void aBatchOfWhichNothingWasSignedIsForgotten() throws Exception {
        key.failAfter(0, new TokenRemoved("Memòria"));
        run(request(documents(2)), journal.asking(AskedServices.NONE));
        assertThat(journal.list()).isEmpty();
    }

    @Test
    void whatIsLeftWhenTheKeyIsGoneIsSignedLater() throws Exception {
        key.failAfter(2, new TokenRemoved("Memòria"));
        run(request(documents(4)), journal.asking(AskedServices.NONE));
        JournaledBatch broken = only();
        assertThat(broken.state()).isEqualTo(JournaledBatch.State.PAUSED);
        assertThat(states(broken))
                .containsExactly(DocumentState.SIGNED, DocumentState.SIGNED, DocumentState.OPEN, DocumentState.OPEN);
        assertThat(broken.documents().get(2).problem()).contains("TOKEN-REMOVED");
        key.failAfter(Integer.MAX_VALUE, new TokenRemoved("Memòria"));
        try (Resumption left = journal.resume(broken.id().substring(0, 8))) {
            assertThat(run(request(left.left()), left).id()).isEqualTo(broken.id());
        }
        assertThat(only().signed()).isEqualTo(4);
        assertThat(key.signed()).isEqualTo(4);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains("-signed")))
                    .hasSize(4);
        }
    }

    @Test
    void aDocumentThatFailsByItselfStopsNobodyAndIsTriedAgain() throws Exception {
        List<BatchDocument> documents = documents(3);
        byte[] good = Files.readAllBytes(documents.get(1).input());
        Files.writeString(documents.get(1).input(), "%PDF-1.7 nothing else");
        run(request(documents), journal.asking(AskedServices.NONE));
        assertThat(states(only())).containsExactly(DocumentState.SIGNED, DocumentState.FAILED, DocumentState.SIGNED);
        assertThat(only().state()).isEqualTo(JournaledBatch.State.DONE);
        Files.write(documents.get(1).input(), good);
        try (Resumption left = journal.resume(only().id())) {
            run(request(left.left()), left);
        }
        assertThat(only().signed()).isEqualTo(3);
    }

    /** As a process leaves it that dies between laying the signed file in its place and saying so. */
    @Test
    void whatWasLaidInItsPlaceIsFoundThere() throws Exception {
        List<BatchDocument> documents = documents(3);
        Path laid = folder.resolve("acta-1-signed-2.pdf");
        try (JournalEntry entry = writing(request(documents))) {
            entry.placing(List.of(placing(0, digest("a"), new Announced(digest("signed"), name(1), part()))));
            entry.placing(List.of(placing(1, digest("b"), new Announced(digest("never laid"), name(2), part()))));
        }
        Files.writeString(folder.resolve("acta-1-signed.pdf"), "of somebody else");
        Files.writeString(laid, "signed");
        Files.writeString(part(), "half");
        Files.writeString(folder.resolve("acta-2-signed.pdf"), "of somebody else");
        assertThat(states(only())).containsExactly(DocumentState.PLACING, DocumentState.PLACING, DocumentState.OPEN);
        try (Resumption left = journal.resume(only().id())) {
            assertThat(left.batch().documents().getFirst().output()).contains(laid);
            assertThat(part()).doesNotExist();
            assertThat(left.left())
                    .extracting(BatchDocument::input)
                    .containsExactly(documents.get(1).input(), documents.get(2).input());
            // Nobody signs another content than the one that was read then.
            assertThat(left.left().getFirst().shown()).contains(digest("b"));
        }
        assertThat(states(only())).containsExactly(DocumentState.SIGNED, DocumentState.OPEN, DocumentState.OPEN);
    }

    private static Placing placing(int index, Digest input, Announced signed) {
        return new Placing(index, input, signed, SignatureLevel.B, Optional.empty());
    }

    private Path part() {
        return folder.resolve(".segell-12345678-1234-1234-1234-123456789abc.part");
    }

    private OutputName name(int document) {
        return new OutputName(folder, "acta-" + document + "-signed", ".pdf");
    }

    private static Digest digest(String content) {
        return DigestAlgorithm.SHA256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anotherContentThanBeforeIsNotSignedWhenItGoesOn() throws Exception {
        List<BatchDocument> documents = documents(1);
        try (JournalEntry entry = writing(request(documents))) {
            entry.placing(
                    List.of(placing(0, digest("as it was"), new Announced(digest("never laid"), name(1), part()))));
        }
        try (Resumption left = journal.resume(only().id())) {
            BatchResult result = run(request(left.left()), left);
            assertThat(((Failed) result.documents().getFirst()).problem().code())
                    .isEqualTo("DOCUMENT-CHANGED");
        }
        assertThat(key.signed()).isZero();
    }

    @Test
    void aBatchHasOneWriter() throws Exception {
        try (JournalEntry entry = writing(request(documents(1)))) {
            entry.placing(List.of(placing(0, digest("a"), new Announced(digest("b"), name(1), part()))));
            assertThat(only().state()).isEqualTo(JournaledBatch.State.RUNNING);
            assertThat(problem(() -> journal.resume(entry.id()))).isEqualTo(new BatchInUse(entry.id()));
            assertThat(problem(() -> journal.forget(entry.id()))).isEqualTo(new BatchInUse(entry.id()));
        }
        assertThat(only().state()).isEqualTo(JournaledBatch.State.PAUSED);
    }

    @Test
    void whatNobodyHasTouchedForAMonthIsForgotten() throws Exception {
        run(
                request(documents(1)),
                at(InstantSource.fixed(Instant.now().minus(MONTH.plusDays(1)))).asking(AskedServices.NONE));
        assertThat(journal.list()).isEmpty();
        assertThat(Files.exists(folder.resolve("acta-1-signed.pdf"))).isTrue();
    }

    @Test
    void whatIsForgottenIsNotInTheFileAnyMore() throws Exception {
        run(request(documents(1)), journal.asking(AskedServices.NONE));
        assertThat(journal.forget(only().id()).signed()).isEqualTo(1);
        assertThat(journal.list()).isEmpty();
        try (var files = Files.walk(folder.resolve("home/batches"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("acta-1"));
        }
    }

    @Test
    void nobodyIsAskedForABatchThatIsNone() throws Exception {
        assertThat(journal.list()).isEmpty();
        for (String id : List.of("", "1", "%", "12345678", "../../etc")) {
            assertThat(problem(() -> journal.find(id))).isEqualTo(new BatchUnknown(id));
        }
        run(request(documents(1)), journal.asking(AskedServices.NONE));
        assertThat(problem(() -> journal.find("____"))).isEqualTo(new BatchUnknown("____"));
    }

    @Test
    void aFileThatIsNoJournalIsLeftAloneAndNothingSigned() throws Exception {
        Path file = Files.createDirectories(folder.resolve("home/batches")).resolve("journal.db");
        Files.writeString(file, "this is somebody's letter, and no database".repeat(100));
        BatchResult result = run(request(documents(1)), journal.asking(AskedServices.NONE));
        assertThat(((Failed) result.documents().getFirst()).problem()).isEqualTo(new JournalUnusable(file));
        assertThat(key.opened()).isZero();
        assertThat(Files.readString(file)).startsWith("this is somebody's letter");
    }

    @Test
    void aNewerVersionsJournalIsLeftAlone() throws Exception {
        run(request(documents(1)), journal.asking(AskedServices.NONE));
        Path file = folder.resolve("home/batches/journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 3");
        }
        assertThat(problem(journal::list)).isEqualTo(new JournalNewer(file));
    }

    /** As the first version left it. */
    @Test
    void anEarlierVersionsJournalGetsWhatItLacksAndLosesNothing() throws Exception {
        run(request(documents(1)), journal.asking(AskedServices.NONE));
        JournaledBatch before = only();
        Path file = folder.resolve("home/batches/journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE pending");
            statement.execute("PRAGMA user_version = 1");
        }
        PendingJournal pending = new PendingJournal(
                folder.resolve("home/batches"), folder.resolve("home/native"), InstantSource.system());
        assertThat(pending.list()).isEmpty();
        assertThat(only()).isEqualTo(before);
        run(wanting(SignatureLevel.T, documents(1)), journal.asking(AskedServices.NONE));
        assertThat(pending.list()).extracting(PendingWork::wanted).containsExactly(List.of("T"));
    }

    private BatchRequest wanting(SignatureLevel level, List<BatchDocument> documents) {
        return new BatchRequest(
                documents, key.credential(), SignatureProfile.pades(level), Optional.empty(), false, false);
    }

    /** What it lacks was known before it was laid in its place; nobody came to say so. */
    @Test
    void whatWasFoundInItsPlaceStillLacksWhatItLacked() throws Exception {
        List<BatchDocument> documents = documents(2);
        Path laid = folder.resolve("acta-1-signed.pdf");
        Pending missed = new Pending(SignatureLevel.T, new TsaUnreachable(URI.create("https://tsa.example/")));
        try (JournalEntry entry = writing(wanting(SignatureLevel.T, documents))) {
            entry.placing(List.of(
                    new Placing(
                            0,
                            digest("a"),
                            new Announced(digest("signed"), name(1), part()),
                            SignatureLevel.B,
                            Optional.of(missed)),
                    new Placing(
                            1,
                            digest("b"),
                            new Announced(digest("never laid"), name(2), part()),
                            SignatureLevel.B,
                            Optional.of(missed))));
        }
        Files.writeString(laid, "signed");
        journal.resume(only().id()).close();
        PendingJournal pending = new PendingJournal(
                folder.resolve("home/batches"), folder.resolve("home/native"), InstantSource.system());
        assertThat(pending.list()).hasSize(1);
        PendingWork work = pending.list().getFirst();
        assertThat(work.file()).isEqualTo(laid);
        assertThat(work.written()).isEqualTo(digest("signed"));
        assertThat(work.wanted()).containsExactly("T");
        assertThat(work.tries().problem()).contains("TSA-UNREACHABLE");
        JournaledDocument open = only().documents().get(1);
        assertThat(open.state()).isEqualTo(DocumentState.OPEN);
        assertThat(open.level()).isEmpty();
    }

    /** Each document that was signed is in its place, and those that were not are left. */
    @Test
    void aFullDiskEndsTheBatchAndLosesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 256)) {
            SqliteJournal small = new SqliteJournal(
                    disk.place().resolve("batches"), folder.resolve("native"), MONTH, InstantSource.system());
            List<BatchDocument> documents = documents(40);
            JournalEntry entry = small.asking(AskedServices.NONE).begin(request(documents));
            fill(disk.place());
            Problem told = problem(() -> {
                for (int i = 0; i < documents.size(); i++) {
                    entry.placing(List.of(placing(i, digest("a"), new Announced(digest("b"), name(i), part()))));
                }
            });
            assertThat(told).isEqualTo(new JournalFull(disk.place().resolve("batches/journal.db")));
            entry.close();
        }
    }

    private static void fill(Path disk) throws Exception {
        try (var out = Files.newOutputStream(disk.resolve("filling"))) {
            byte[] block = new byte[4096];
            while (disk.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        }
    }

    @Test
    void theServicesAreKept() throws Exception {
        AskedServices asked = new AskedServices(List.of("https://tsa.example/"), List.of(folder), true);
        BatchRequest request =
                new BatchRequest(documents(1), key.credential(), B, Optional.of(folder.resolve("out")), false, true);
        run(request, journal.asking(asked));
        BatchOrder order = only().order();
        assertThat(order.services()).isEqualTo(asked);
        assertThat(order.output()).contains(folder.resolve("out"));
        assertThat(order.allowExpired()).isTrue();
        assertThat(order.profile()).isEqualTo(B);
    }
}
