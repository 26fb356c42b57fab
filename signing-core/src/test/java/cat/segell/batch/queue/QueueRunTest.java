// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult.Made;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.JournalEntry;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.JournaledDocument;
import cat.segell.batch.journal.PendingJournal;
import cat.segell.batch.journal.PendingTable;
import cat.segell.batch.journal.PendingWork;
import cat.segell.batch.journal.PendingWork.Raise;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.batch.queue.WorkEnd.Done;
import cat.segell.batch.queue.WorkEnd.Dropped;
import cat.segell.credential.Credential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.fixture.TestTsa;
import cat.segell.fixture.TestTsa.Fault;
import cat.segell.network.Proxies;
import cat.segell.notary.Metadata;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.Registrar;
import cat.segell.notary.log.EmbeddedNotary;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.PendingFileChanged;
import cat.segell.problem.DocumentProblem.PendingFileGone;
import cat.segell.problem.LedgerProblem.LogBusy;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.EvidenceNone;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.dss.FormatExtender;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.dss.DssValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pending is done once it can be, and no file is touched that isn't what Segell wrote. */
class QueueRunTest {

    private static final TestPki PKI = TestPki.create();
    private static final TrustAnchors TRUST = new TrustAnchors(List.of(PKI.certificate()), false);
    private static final Duration MONTH = Duration.ofDays(30);

    private final TestTsa tsa = TestTsa.start(PKI);
    private final List<AskedServices> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private final InstantSource clock = () -> now;

    @TempDir
    private Path folder;

    private Path signed;
    private KeyInMemory key = new KeyInMemory(PKI.signer(KeyKind.P256));
    private Optional<StatusHttp> issuers = Optional.empty();
    private boolean ledgerBusy;
    private AskedServices services;
    /** What happens while a document is raised. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void isDown() {
        signed = folder.resolve("acta-signed.pdf");
        services = new AskedServices(List.of(tsa.address().toString()), List.of(folder), true);
        tsa.answer(Fault.DOWN);
    }

    @AfterEach
    void close() {
        tsa.close();
    }

    private Path batches() {
        return folder.resolve("home/batches");
    }

    private Path ledger() {
        return folder.resolve("home/ledger");
    }

    private SqliteJournal journal() {
        return new SqliteJournal(batches(), folder.resolve("home/native"), MONTH, clock);
    }

    private PendingJournal pending() {
        return new PendingJournal(batches(), folder.resolve("home/native"), clock);
    }

    private Registrar registrar() {
        return new Registrar(new EmbeddedNotary(ledger()), new ReceiptFiles(folder.resolve("home/receipts")));
    }

    private Signed sign(SignatureLevel level, boolean notarise) throws Exception {
        BatchDocument document = BatchDocument.of(TestPdf.pages(folder.resolve("acta.pdf"), 1));
        return (Signed) new SignBatch(
                        key,
                        new PadesSigner(List.of(new TimestampHttp(tsa.address(), true))),
                        Optional.of(registrar()),
                        folder.resolve("home/work"))
                .keeping(journal().asking(services))
                .run(
                        new BatchRequest(
                                List.of(document),
                                key.credential(),
                                SignatureProfile.pades(level),
                                Optional.empty(),
                                notarise,
                                false),
                        KeyInMemory.rightPin(),
                        _ -> {},
                        () -> false)
                .documents()
                .getFirst();
    }

    /** As the application has them, each made only when it is asked for. */
    private final class Services implements QueueServices {

        @Override
        public Extender extender(AskedServices named) {
            asked.add(named);
            return new Disturbed(new FormatExtender(List.of(new TimestampHttp(tsa.address(), true)), TRUST, issuers));
        }

        @Override
        public Registrar registrar() {
            return ledgerBusy
                    ? new Registrar(
                            _ -> {
                                throw new ProblemException(new LogBusy(ledger()));
                            },
                            QueueRunTest.this.registrar().receipts())
                    : QueueRunTest.this.registrar();
        }

        @Override
        public ReceiptVerifier receipts() throws ProblemException {
            return ReceiptVerifier.ofOwn(new EmbeddedNotary(ledger()).verifierKey());
        }
    }

    private final class Disturbed implements Extender {

        private final Extender extender;

        Disturbed(Extender extender) {
            this.extender = extender;
        }

        @Override
        public void demandBelieved(DocumentFile document, Credential signer) throws ProblemException {
            extender.demandBelieved(document, signer);
        }

        @Override
        public void demandRaisable(DocumentFile document, OriginalDocument original) throws ProblemException {
            extender.demandRaisable(document, original);
        }

        @Override
        public SignedContent extend(
                DocumentFile document, OriginalDocument original, SignatureLevel level, WorkFolder work)
                throws ProblemException {
            SignedContent content = extender.extend(document, original, level, work);
            meanwhile.run();
            return content;
        }
    }

    private QueueRun queue() {
        return new QueueRun(pending(), new Services(), folder.resolve("home/work"), clock);
    }

    private QueueResult run() throws Exception {
        return queue().run(false, () -> false);
    }

    private static Digest sha256(Path file) {
        try {
            return DigestAlgorithm.SHA256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String level() throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home/work"));
                DocumentFile document = DocumentFile.read(signed, work)) {
            return new DssValidator()
                    .validate(document, OriginalDocument.NONE, TRUST).signatures().stream()
                            .map(SignatureReport::level)
                            .flatMap(Optional::stream)
                            .reduce("", String::concat);
        }
    }

    private JournaledDocument journaled() throws Exception {
        return journal().list().getFirst().documents().getFirst();
    }

    private void isTidy() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private Path receipt() {
        return folder.resolve("acta-signed.pdf.tlog-proof");
    }

    private boolean fits(Path receipt) throws Exception {
        return new Services().receipts().verify(signed, sha256(signed), receipt).valid();
    }

    @Test
    void aTimeStampIsAddedOnceTheAuthorityAnswers() throws Exception {
        sign(SignatureLevel.T, false);
        Files.setPosixFilePermissions(signed, PosixFilePermissions.fromString("rw-r-----"));
        Digest before = sha256(signed);

        PendingWork waiting = run().pending().getFirst();
        assertThat(waiting.file()).isEqualTo(signed);
        assertThat(waiting.wanted()).containsExactly("T");
        assertThat(waiting.tries().count()).isEqualTo(1);
        assertThat(waiting.tries().problem()).contains("TSA-UNREACHABLE");
        assertThat(waiting.tries().due()).isEqualTo(now.plusSeconds(60));
        assertThat(sha256(signed)).isEqualTo(before);

        tsa.answer(Fault.NONE);
        int requests = tsa.requests();
        assertThat(run().pending()).hasSize(1);
        assertThat(tsa.requests()).as("not due yet").isEqualTo(requests);

        now = now.plusSeconds(60);
        QueueResult result = run();
        assertThat(result.pending()).isEmpty();
        assertThat(result.done())
                .containsExactly(new Done(signed, sha256(signed), Optional.of(SignatureLevel.T), Optional.empty()));
        assertThat(level()).isEqualTo("T");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signed)))
                .isEqualTo("rw-r-----");
        assertThat(asked).containsOnly(services);
        assertThat(journaled().level()).contains(SignatureLevel.T);
        assertThat(journaled().pending()).isEmpty();
        assertThat(journaled().problem()).isEmpty();
        assertThat(journaled().signed()).contains(sha256(signed));
        isTidy();
        asked.clear();
        assertThat(run().done()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void allIsTriedWhereThatIsAskedFor() throws Exception {
        sign(SignatureLevel.T, false);
        run();
        tsa.answer(Fault.NONE);
        assertThat(queue().run(true, () -> false).done()).hasSize(1);
    }

    @Test
    void aReachedLevelIsKeptWhereMoreIsWanted() throws Exception {
        try (TestStatusService service = TestStatusService.start(PKI);
                StatusHttp http = new StatusHttp(true, Proxies.none(), clock, Duration.ofSeconds(30))) {
            issuers = Optional.of(http);
            key = new KeyInMemory(PKI.issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.P256), Place.OCSP)));
            service.fail(Place.OCSP, TestStatusService.Fault.HTTP_500);
            sign(SignatureLevel.T, false);
            wantLt();
            tsa.answer(Fault.NONE);
            PendingWork waiting = run().pending().getFirst();
            assertThat(waiting.wanted()).containsExactly("LT");
            assertThat(waiting.tries().problem()).contains("EVIDENCE-MISSING");
            assertThat(waiting.written()).isEqualTo(sha256(signed));
            assertThat(level()).isEqualTo("T");
            assertThat(journaled().level()).contains(SignatureLevel.T);
            assertThat(journaled().pending()).contains(SignatureLevel.LT);
            service.fail(Place.OCSP, TestStatusService.Fault.NONE);
            now = now.plus(Duration.ofHours(1));
            assertThat(run().done()).hasSize(1);
            assertThat(level()).isEqualTo("LT");
        }
    }

    @Test
    void aLevelThatCanNeverBeIsNotWaitedFor() throws Exception {
        sign(SignatureLevel.T, false);
        wantLt();
        tsa.answer(Fault.NONE);
        assertDropped(new EvidenceNone());
        assertThat(level()).isEqualTo("T");
        assertThat(journaled().level()).contains(SignatureLevel.T);
    }

    private void wantLt() throws Exception {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + batches().resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE pending SET level = 'LT'");
        }
    }

    private Path part() {
        return folder.resolve(".segell-12345678-1234-1234-1234-123456789abc.part");
    }

    @Test
    void aFileThatIsNotWhatSegellWroteIsLeftAloneAndToldOnce() throws Exception {
        sign(SignatureLevel.T, false);
        Files.writeString(signed, "of somebody else");
        tsa.answer(Fault.NONE);
        assertDropped(new PendingFileChanged(signed));
        assertThat(signed).hasContent("of somebody else");
        assertThat(tsa.requests()).isEqualTo(1);
    }

    @Test
    void aFileThatIsGoneIsNotMadeAnew() throws Exception {
        sign(SignatureLevel.T, false);
        Files.delete(signed);
        tsa.answer(Fault.NONE);
        assertDropped(new PendingFileGone(signed));
        assertThat(signed).doesNotExist();
    }

    @Test
    void aLinkInItsPlaceIsAnotherFile() throws Exception {
        sign(SignatureLevel.T, false);
        Path moved = Files.move(signed, folder.resolve("moved.pdf"));
        Files.createSymbolicLink(signed, moved);
        tsa.answer(Fault.NONE);
        assertDropped(new PendingFileChanged(signed));
        assertThat(signed).isSymbolicLink();
    }

    private void assertDropped(Problem problem) throws Exception {
        List<Dropped> dropped = run().dropped();
        assertThat(dropped).extracting(Dropped::problem).containsExactly(problem);
        assertThat(pending().list()).isEmpty();
        // Until somebody was told of it.
        assertThat(run().dropped()).hasSize(1);
        queue().told(dropped);
        assertThat(run().dropped()).isEmpty();
        isTidy();
    }

    /** A drive that isn't connected just now. */
    @Test
    void aFileWhoseFolderIsAwayIsWaitedFor() throws Exception {
        sign(SignatureLevel.T, false);
        Path away = Files.move(signed, folder.resolve("home/kept.pdf"));
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Path there = drive.resolve("acta-signed.pdf");
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + batches().resolve("journal.db"));
                var statement = connection.prepareStatement("UPDATE pending SET file = ?")) {
            statement.setString(1, there.toString());
            statement.executeUpdate();
        }
        Files.delete(drive);
        tsa.answer(Fault.NONE);
        assertThat(run().pending().getFirst().tries().problem()).contains(new DocumentUnreadable(there).code());
        Files.createDirectory(drive);
        Files.move(away, there);
        assertThat(queue().run(true, () -> false).done()).hasSize(1);
    }

    @Test
    void whoeverChangesItWhileItIsRaisedIsNotOverwritten() throws Exception {
        sign(SignatureLevel.T, false);
        tsa.answer(Fault.NONE);
        meanwhile = () -> {
            try {
                Files.writeString(signed, "saved meanwhile");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        assertDropped(new PendingFileChanged(signed));
        assertThat(signed).hasContent("saved meanwhile");
    }

    /** As a process leaves it that dies before the file has its new content. */
    @Test
    void whatWasNotReplacedIsReplacedNow() throws Exception {
        sign(SignatureLevel.T, false);
        Digest before = sha256(signed);
        announce(DigestAlgorithm.SHA256.of(new byte[] {1}));
        Files.writeString(part(), "half");
        tsa.answer(Fault.NONE);
        assertThat(run().done()).hasSize(1);
        assertThat(sha256(signed)).isNotEqualTo(before);
        assertThat(level()).isEqualTo("T");
        isTidy();
    }

    /** As a process leaves it that dies just after that. */
    @Test
    void whatWasReplacedIsKnownByItsContent() throws Exception {
        sign(SignatureLevel.T, false);
        byte[] raised = raisedElsewhere();
        announce(DigestAlgorithm.SHA256.of(raised));
        Files.write(signed, raised);
        int requests = tsa.requests();
        assertThat(run().done())
                .containsExactly(new Done(signed, sha256(signed), Optional.of(SignatureLevel.T), Optional.empty()));
        assertThat(Files.readAllBytes(signed)).isEqualTo(raised);
        assertThat(tsa.requests()).isEqualTo(requests);
        assertThat(journaled().level()).contains(SignatureLevel.T);
    }

    private byte[] raisedElsewhere() throws Exception {
        tsa.answer(Fault.NONE);
        try (WorkFolder work = WorkFolder.create(folder.resolve("home/work"));
                DocumentFile document = DocumentFile.read(signed, work)) {
            return Files.readAllBytes(new Services()
                    .extender(services)
                    .extend(document, OriginalDocument.NONE, SignatureLevel.T, work)
                    .file());
        }
    }

    private void announce(Digest sha256) throws Exception {
        try (PendingTable table = pending().take().orElseThrow()) {
            table.raising(table.list().getFirst(), new Raise(sha256, part(), SignatureLevel.T), List.of());
        }
    }

    @Test
    void whatIsForgottenMeanwhileStaysForgotten() throws Exception {
        sign(SignatureLevel.T, false);
        tsa.answer(Fault.NONE);
        meanwhile = () -> {
            try {
                pending().forget(pending().list());
                Files.writeString(signed, "changed, too");
            } catch (ProblemException | IOException e) {
                throw new IllegalStateException(e);
            }
        };
        run();
        assertThat(pending().list()).isEmpty();
        assertThat(pending().ended()).isEmpty();
    }

    @Test
    void oneWorksAtItAtATime() throws Exception {
        sign(SignatureLevel.T, false);
        tsa.answer(Fault.NONE);
        try (PendingTable _ = pending().take().orElseThrow()) {
            QueueResult second = run();
            assertThat(second.busy()).isTrue();
            assertThat(second.pending()).hasSize(1);
        }
        assertThat(asked).isEmpty();
        assertThat(run().busy()).isFalse();
    }

    @Test
    void whatIsStoppedWaitsAsItWas() throws Exception {
        sign(SignatureLevel.T, false);
        PendingWork waiting = queue().run(true, () -> true).pending().getFirst();
        assertThat(waiting.tries().count()).isZero();
    }

    @Test
    void aReceiptBesideTheFileIsRenewedWithIt() throws Exception {
        Signed result = sign(SignatureLevel.T, true);
        assertThat(result.receipt()).contains(receipt());
        assertThat(fits(receipt())).isTrue();
        tsa.answer(Fault.NONE);
        assertThat(run().done().getFirst().receipt()).contains(receipt());
        assertThat(level()).isEqualTo("T");
        assertThat(fits(receipt())).isTrue();
        assertThat(folder.resolve("acta-signed.pdf-2.tlog-proof")).doesNotExist();
        isTidy();
    }

    @Test
    void eachReceiptKeepsWhatItSays() throws Exception {
        sign(SignatureLevel.T, false);
        Metadata said = new Metadata(
                Optional.empty(),
                Optional.of("Decrets"),
                Optional.of("2026/7"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Files.write(
                receipt(),
                registrar()
                        .notary()
                        .record(List.of(new NotaryEntry(sha256(signed), said)))
                        .getFirst()
                        .proof());
        tsa.answer(Fault.NONE);
        assertThat(run().done()).hasSize(1);
        assertThat(new Services()
                        .receipts()
                        .verify(signed, sha256(signed), receipt())
                        .found()
                        .orElseThrow()
                        .metadata())
                .isEqualTo(said);
        assertThat(fits(receipt())).isTrue();
    }

    @Test
    void whatTheLedgerDidNotTakeIsRecordedLater() throws Exception {
        Files.createDirectories(ledger().getParent());
        Files.writeString(ledger(), "no folder");
        Signed result = sign(SignatureLevel.B, true);
        assertThat(result.notRecorded()).isPresent();
        PendingWork waiting = run().pending().getFirst();
        assertThat(waiting.wanted()).containsExactly("receipt");
        assertThat(waiting.tries().problem())
                .contains(result.notRecorded().get().code());
        Files.delete(ledger());
        assertThat(queue().run(true, () -> false).done())
                .containsExactly(new Done(signed, result.sha256(), Optional.empty(), Optional.of(receipt())));
        assertThat(fits(receipt())).isTrue();
        assertThat(pending().list()).isEmpty();
        assertThat(asked).isEmpty();
    }

    /** The ledger fails after the file was raised: what lies beside it is replaced as soon as it can be. */
    @Test
    void anOutdatedReceiptIsNotForgotten() throws Exception {
        sign(SignatureLevel.T, true);
        tsa.answer(Fault.NONE);
        ledgerBusy = true;
        PendingWork waiting = run().pending().getFirst();
        assertThat(waiting.wanted()).containsExactly("receipt");
        assertThat(waiting.tries().problem()).contains("LOG-BUSY");
        assertThat(level()).isEqualTo("T");
        assertThat(fits(receipt())).isFalse();
        ledgerBusy = false;
        assertThat(queue().run(true, () -> false).done()).hasSize(1);
        assertThat(fits(receipt())).isTrue();
        assertThat(folder.resolve("acta-signed.pdf-2.tlog-proof")).doesNotExist();
    }

    /** As a process leaves it that dies between the receipt and saying so. */
    @Test
    void aReceiptThatIsThereIsNotMadeAgain() throws Exception {
        Signed result = sign(SignatureLevel.B, true);
        byte[] there = Files.readAllBytes(receipt());
        try (PendingTable table = pending().take().orElseThrow()) {
            assertThat(table.list()).isEmpty();
        }
        want(result);
        assertThat(run().done()).containsExactly(new Done(signed, result.sha256(), Optional.empty(), Optional.empty()));
        assertThat(Files.readAllBytes(receipt())).isEqualTo(there);
    }

    /** As a process leaves it that dies in the middle of a batch that was to be recorded at its end. */
    @Test
    void whoDiesBeforeTheLedgerIsAskedHasLostNoReceipt() throws Exception {
        List<BatchDocument> documents = List.of(
                BatchDocument.of(TestPdf.pages(folder.resolve("acta.pdf"), 1)),
                BatchDocument.of(TestPdf.pages(folder.resolve("acta-2.pdf"), 1)));
        Files.writeString(signed, "signed");
        try (JournalEntry entry = journal()
                .asking(services)
                .begin(new BatchRequest(
                        documents,
                        key.credential(),
                        SignatureProfile.pades(SignatureLevel.B),
                        Optional.empty(),
                        true,
                        false))) {
            entry.ended(
                    0,
                    new Signed(
                            documents.getFirst().input(),
                            signed,
                            Optional.empty(),
                            sha256(signed),
                            new Made(SignatureForm.PADES, SignatureLevel.B, Optional.empty()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            entry.placing(List.of(new JournalEntry.Placing(
                    1,
                    sha256(signed),
                    OutputFile.announce(sha256(signed), new OutputName(folder, "acta-2-signed", ".pdf")),
                    SignatureLevel.B,
                    Optional.empty())));
            assertThat(run().pending()).as("the batch goes on").hasSize(1);
            assertThat(receipt()).doesNotExist();
        }
        assertThat(run().done())
                .containsExactly(new Done(signed, sha256(signed), Optional.empty(), Optional.of(receipt())));
        assertThat(fits(receipt())).isTrue();
    }

    private void want(Signed result) throws Exception {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + batches().resolve("journal.db"));
                var statement = connection.prepareStatement("INSERT INTO pending SELECT batch, number, output, signed,"
                        + " NULL, 1, '{\"timestamps\":[],\"trusted\":[],\"privateNetwork\":false}', 0, 0, 0, NULL, NULL,"
                        + " '{\"outdated\":[]}', NULL FROM document WHERE signed = ?")) {
            statement.setString(1, result.sha256().toString());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void itOutlivesItsBatch() throws Exception {
        sign(SignatureLevel.T, false);
        journal().forget(journal().list().getFirst().id());
        tsa.answer(Fault.NONE);
        assertThat(run().done()).hasSize(1);
        assertThat(level()).isEqualTo("T");
    }

    @Test
    void pausesGrowUpToAnHour() throws Exception {
        sign(SignatureLevel.T, false);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant due = run().pending().getFirst().tries().due();
            pauses.add(Duration.between(now, due).toMinutes());
            now = due;
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        PendingWork waiting = pending().list().getFirst();
        assertThat(waiting.isOverdue(now)).isFalse();
        assertThat(waiting.isOverdue(
                        waiting.tries().since().plus(Duration.ofHours(24).plusSeconds(1))))
                .isTrue();
    }

    /** A clock that was years ahead must not be waited for. */
    @Test
    void aClockThatWasAheadDelaysNothing() throws Exception {
        now = now.plus(Duration.ofDays(3000));
        sign(SignatureLevel.T, false);
        run();
        now = now.minus(Duration.ofDays(3000));
        tsa.answer(Fault.NONE);
        assertThat(run().done()).hasSize(1);
    }

    @Test
    void whereNothingIsPendingNobodyIsAskedAndNothingIsMade() throws Exception {
        assertThat(run()).isEqualTo(new QueueResult(false, List.of(), List.of(), List.of()));
        assertThat(batches()).doesNotExist();
        sign(SignatureLevel.B, false);
        assertThat(run().pending()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(tsa.requests()).isZero();
    }

    @Test
    void anotherVersionsJournalIsLeftAlone() throws Exception {
        sign(SignatureLevel.T, false);
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + batches().resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 3");
        }
        assertThatExceptionOfType(ProblemException.class).isThrownBy(this::run);
    }
}
