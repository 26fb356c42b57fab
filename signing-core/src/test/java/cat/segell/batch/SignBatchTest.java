// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.credential.Credential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinUse;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.PdfSignature;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.SmallDisk;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.notary.Notary;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.Registrar;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.OutputNotFolder;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.KeyProblem.SignatureMismatch;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.LedgerProblem.LogBusy;
import cat.segell.problem.LedgerProblem.ReceiptElsewhere;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignBatchTest {

    private static final SignatureProfile B = SignatureProfile.pades(SignatureLevel.B);

    private final TestPki pki = TestPki.create();
    private final IssuedKey issued = pki.signer(KeyKind.P256);
    private final KeyInMemory key = new KeyInMemory(issued);
    private final Signer signer = new PadesSigner(List.of());
    private final List<BatchEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    // Invariant 1: the right signer.

    @Test
    void writesNothingWhenTheKeySignsWithAnotherKey() throws Exception {
        key.signWith(KeyKind.P256.newPair().getPrivate());
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        assertThat(problems(run(file))).containsExactly(new SignatureMismatch(issued.sha256()));
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void writesNothingWhenTheSourceOpensAnotherCredentialThanTheOneShown() throws Exception {
        IssuedKey shown = pki.issue(pki.request("CN=Una altra persona,C=ES", KeyKind.P256)
                .keyUsage(KeyUsage.nonRepudiation)
                .keys(KeyKind.P256.newPair()));
        Credential chosen = new KeyInMemory(shown).credential();
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(chosen, List.of(file)), KeyInMemory.rightPin(), events::add, () -> false);
        assertThat(problems(result)).containsExactly(new SignatureMismatch(shown.sha256()));
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void writesNothingWhenSignaturesAreMixedUp() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 2);
        Signer mixing = new Signer() {
            private final List<PreparedDocument> prepared = new ArrayList<>();

            @Override
            public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
                    throws ProblemException {
                prepared.add(signer.prepare(document, credential, profile));
                PreparedDocument own = prepared.getLast();
                PreparedDocument other = prepared.getFirst();
                // What the key gets is the first document's, what is checked and completed is this one's.
                return prepared.size() == 1 ? own : new Mixed(own, other);
            }

            @Override
            public SignedContent complete(PreparedDocument document, byte[] signature, WorkFolder work)
                    throws ProblemException {
                return signer.complete(document, signature, work);
            }
        };
        BatchResult result = batch(mixing, Optional.empty())
                .run(
                        request(key.credential(), List.of(first, second)),
                        KeyInMemory.rightPin(),
                        events::add,
                        () -> false);
        assertThat(result.documents().get(0)).isInstanceOf(Signed.class);
        assertThat(result.documents().get(1)).isEqualTo(new Failed(second, new SignatureMismatch(issued.sha256())));
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf", "b.pdf");
    }

    private record Mixed(PreparedDocument own, PreparedDocument other) implements PreparedDocument {
        @Override
        public SignatureProfile profile() {
            return own.profile();
        }

        @Override
        public DocumentFile document() {
            return own.document();
        }

        @Override
        public SignatureForm form() {
            return own.form();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return own.algorithm();
        }

        @Override
        public byte[] dataToSign() {
            return own.dataToSign();
        }

        @Override
        public DigestToSign digest() {
            return other.digest();
        }
    }

    /** Whatever answers so gets no PIN again, be it typed or out of a file. */
    @Test
    void aWrongSignatureEndsTheBatch() throws Exception {
        key.signWith(KeyKind.P256.newPair().getPrivate());
        AtomicInteger asked = new AtomicInteger();
        PinEntry person = request -> {
            asked.incrementAndGet();
            return KeyInMemory.rightPin().ask(request);
        };
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(first, second)), person, events::add, () -> false);
        assertThat(problems(result).stream().map(Problem::code))
                .containsExactly("SIGNATURE-MISMATCH", "SIGNATURE-MISMATCH");
        assertThat(key.opened()).isOne();
        assertThat(asked).hasValue(1);
        assertThat(names()).containsExactly("a.pdf", "b.pdf");
    }

    @Test
    @Tag("privileged")
    void signsNothingThatAFullDiskHasNoRoomFor() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 160)) {
            List<BatchDocument> documents = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                documents.add(BatchDocument.of(TestPdf.pages(folder.resolve(i + ".pdf"), 1)));
            }
            BatchRequest request =
                    new BatchRequest(documents, key.credential(), B, Optional.of(disk.place()), false, false);
            BatchResult result =
                    batch(signer, Optional.empty()).run(request, KeyInMemory.rightPin(), events::add, () -> false);
            assertThat(problems(result)).isNotEmpty().containsOnly(new DiskFull(disk.place()));
            assertThat(key.signed())
                    .isPositive()
                    .isEqualTo(documents.size() - problems(result).size());
        }
    }

    // Invariants 3 and 4.

    @Test
    void writesNothingWhenTheSourceChangedMeanwhile() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        PinEntry slow = request -> {
            TestPdf.pages(file, 2);
            return KeyInMemory.rightPin().ask(request);
        };
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(file)), slow, events::add, () -> false);
        assertThat(problems(result)).containsExactly(new DocumentChanged(file));
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void refusesADocumentThatIsNotTheOneThatWasShown() throws Exception {
        BatchDocument document = shown(TestPdf.pages(folder.resolve("a.pdf"), 1));
        TestPdf.pages(document.input(), 2);
        BatchResult result = batch(signer, Optional.empty())
                .run(
                        of(document),
                        _ -> {
                            throw new AssertionError("asked for a PIN");
                        },
                        events::add,
                        () -> false);
        assertThat(problems(result)).containsExactly(new DocumentChanged(document.input()));
        assertThat(key.signed()).isZero();
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void signsTheDocumentThatWasShown() throws Exception {
        BatchDocument document = shown(TestPdf.pages(folder.resolve("a.pdf"), 1));
        BatchResult result =
                batch(signer, Optional.empty()).run(of(document), KeyInMemory.rightPin(), events::add, () -> false);
        assertThat(problems(result)).isEmpty();
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf");
    }

    private static BatchDocument shown(Path file) throws IOException {
        return BatchDocument.of(file).showing(DigestAlgorithm.SHA256.of(Files.readAllBytes(file)));
    }

    private BatchRequest of(BatchDocument document) {
        return new BatchRequest(List.of(document), key.credential(), B, Optional.empty(), false, false);
    }

    @Test
    void leavesEverySourceAsItWas() throws Exception {
        Path good = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path cut = TestPdf.truncated(folder.resolve("b.pdf"));
        byte[] before = Files.readAllBytes(good);
        byte[] cutBefore = Files.readAllBytes(cut);
        run(good, cut);
        assertThat(Files.readAllBytes(good)).isEqualTo(before);
        assertThat(Files.readAllBytes(cut)).isEqualTo(cutBefore);
    }

    @Test
    void leavesNoCopiesBehind() throws Exception {
        run(TestPdf.pages(folder.resolve("a.pdf"), 1), TestPdf.truncated(folder.resolve("b.pdf")));
        assertThat(home()).isEmptyDirectory();
    }

    // One document's problem is its own; the key's problem is everybody's.

    @Test
    void oneBadDocumentDoesNotKeepTheOthersFromBeingSigned() throws Exception {
        Path cut = TestPdf.truncated(folder.resolve("a.pdf"));
        Path missing = folder.resolve("b.pdf");
        Path good = TestPdf.pages(folder.resolve("c.pdf"), 1);
        BatchResult result = run(cut, missing, good);
        assertThat(problems(result)).containsExactly(new DocumentDamaged(cut), new DocumentMissing(missing));
        assertThat(result.documents().get(2)).isInstanceOf(Signed.class);
    }

    @Test
    void aKeyProblemEndsTheBatchAndKeepsWhatIsDone() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        Path third = TestPdf.pages(folder.resolve("c.pdf"), 1);
        Problem removed = new TokenRemoved("T-CAT");
        key.failAfter(1, removed);
        BatchResult result = run(first, second, third);
        assertThat(result.documents().subList(1, 3))
                .containsExactly(new Failed(second, removed), new Failed(third, removed));
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf", "b.pdf", "c.pdf");
        assertThat(key.signed()).isOne();
    }

    @Test
    void aRefusedPinIsSentOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PinEntry wrong = _ -> {
            asked.incrementAndGet();
            return new Pin("0000".toCharArray());
        };
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(first, second)), wrong, events::add, () -> false);
        assertThat(problems(result)).hasSize(2).allMatch(PinWrong.class::isInstance);
        assertThat(asked).hasValue(1);
        assertThat(names()).containsExactly("a.pdf", "b.pdf");
    }

    /** Enters these one after the other, as long as there are any. */
    private static final class Trying implements PinEntry {

        private final Deque<String> entries;
        private final List<PinProblem> refusals = new ArrayList<>();

        Trying(String... entries) {
            this.entries = new ArrayDeque<>(List.of(entries));
        }

        @Override
        public Pin ask(PinRequest request) {
            return new Pin(entries.remove().toCharArray());
        }

        @Override
        public boolean another(PinProblem refusal) {
            refusals.add(refusal);
            return !entries.isEmpty();
        }
    }

    @Test
    void anotherEntryOfThePersonMayFollowARefusedOne() throws Exception {
        Trying person = new Trying("0000", "1111", KeyInMemory.PIN);
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(file)), person, events::add, () -> false);
        assertThat(problems(result)).isEmpty();
        assertThat(person.refusals).hasSize(2).allMatch(PinWrong.class::isInstance);
        assertThat(key.opened()).isOne();
    }

    @Test
    void endsWithTheRefusalWhereThePersonMakesNoOtherEntry() throws Exception {
        Trying person = new Trying("0000", "1111");
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(file)), person, events::add, () -> false);
        assertThat(problems(result)).singleElement().isInstanceOf(PinWrong.class);
        assertThat(key.opened()).isZero();
    }

    /** A key that wants its PIN before each signature. */
    @Test
    void aSlipInTheMiddleOfABatchLosesNothing() throws Exception {
        PinProblem slip = new PinWrong("T-CAT", OptionalInt.of(2));
        key.failAfter(1, slip);
        PinEntry person = new PinEntry() {
            @Override
            public Pin ask(PinRequest request) throws ProblemException {
                return KeyInMemory.rightPin().ask(request);
            }

            @Override
            public boolean another(PinProblem refusal) {
                key.failAfter(Integer.MAX_VALUE, slip);
                return refusal.equals(slip);
            }
        };
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(first, second)), person, events::add, () -> false);
        assertThat(problems(result)).isEmpty();
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf", "b-signed.pdf", "b.pdf");
    }

    @Test
    void asksForNoPinWhenNothingCanBeSigned() throws Exception {
        Path text = Files.writeString(folder.resolve("a.pdf"), "text");
        PinEntry nobody = _ -> {
            throw new AssertionError("was asked");
        };
        BatchResult result = batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(text)), nobody, events::add, () -> false);
        assertThat(problems(result)).containsExactly(new DocumentNotPdf(text));
    }

    @Test
    void refusesCertificatesThatMayNotSignBeforeThePin() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        assertThat(codes(file, request().expired(), false)).containsExactly("CERT-EXPIRED");
        assertThat(codes(file, request().notYetValid(), true)).containsExactly("CERT-NOT-YET-VALID");
        assertThat(codes(file, request().keyUsage(KeyUsage.keyEncipherment), true))
                .containsExactly("CERT-FOR-ENCRYPTION");
        assertThat(codes(
                        file,
                        request()
                                .keyUsage(KeyUsage.digitalSignature)
                                .extendedKeyUsage(false, KeyPurposeId.id_kp_clientAuth),
                        true))
                .containsExactly("CERT-NOT-FOR-SIGNING");
        assertThat(key.opened()).isZero();
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void signsWithAnExpiredCertificateOnlyWhenThatIsAllowed() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        assertThat(codes(file, request().expired(), true)).isEmpty();
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf");
    }

    @Test
    void stopsBetweenDocuments() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        BatchResult result = batch(signer, Optional.empty())
                .run(
                        request(key.credential(), List.of(first, second)),
                        KeyInMemory.rightPin(),
                        events::add,
                        () -> key.signed() == 1);
        assertThat(result.documents().get(0)).isInstanceOf(Signed.class);
        assertThat(result.documents().get(1)).isEqualTo(new Failed(second, new SigningStopped(second)));
    }

    @Test
    void saysThatTheOutputCannotBeWrittenBeforeItAsksForThePin() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path out = file.resolve("out");
        BatchResult result = batch(signer, Optional.empty())
                .run(
                        into(out, BatchDocument.of(file)),
                        _ -> {
                            throw new AssertionError("asked for a PIN");
                        },
                        events::add,
                        () -> false);
        assertThat(problems(result)).containsExactly(new OutputNotFolder(file));
        assertThat(key.opened()).isZero();
    }

    @Test
    void oneFolderThatTakesNothingKeepsTheOthersFromNothing() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.pages(folder.resolve("b.pdf"), 1);
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createFile(out.resolve("taken"));
        BatchResult result = batch(signer, Optional.empty())
                .run(
                        into(out, new BatchDocument(first, Path.of("taken", "a.pdf")), BatchDocument.of(second)),
                        KeyInMemory.rightPin(),
                        events::add,
                        () -> false);
        assertThat(result.documents().getFirst())
                .isEqualTo(new Failed(first, new OutputNotFolder(out.resolve("taken"))));
        assertThat(((Signed) result.documents().getLast()).output()).isEqualTo(out.resolve("b-signed.pdf"));
        assertThat(key.signed()).as("signatures made for nothing").isOne();
    }

    @Test
    void findsOutAgainWhenThePlaceGoesAwayMeanwhile() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path out = Files.createDirectory(folder.resolve("out"));
        BatchResult result = batch(signer, Optional.empty())
                .run(
                        into(out, BatchDocument.of(file)),
                        _ -> {
                            takeAway(out);
                            return new Pin(KeyInMemory.PIN.toCharArray());
                        },
                        events::add,
                        () -> false);
        assertThat(problems(result)).containsExactly(new OutputNotFolder(out));
    }

    /** While the person looks for the PIN. */
    private static void takeAway(Path out) {
        try {
            Files.delete(out);
            Files.createFile(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BatchRequest into(Path out, BatchDocument... documents) {
        return new BatchRequest(List.of(documents), key.credential(), B, Optional.of(out), false, false);
    }

    // Done.

    @Test
    void signsABatchWithOnePinAndTellsItInOrder() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path second = TestPdf.xrefStream(folder.resolve("b.pdf"));
        BatchResult result = run(first, second);
        assertThat(key.opened()).isOne();
        assertThat(result.documents()).allSatisfy(each -> {
            Signed signed = (Signed) each;
            assertThat(PdfSignature.last(signed.output()).verifies(issued)).isTrue();
            assertThat(signed.sha256()).isEqualTo(DigestAlgorithm.SHA256.of(Files.readAllBytes(signed.output())));
        });
        BatchEvent.Ended firstEnded = new BatchEvent.Ended(0, result.documents().get(0));
        BatchEvent.Ended secondEnded =
                new BatchEvent.Ended(1, result.documents().get(1));
        assertThat(events)
                .startsWith(
                        new BatchEvent.Checked(new NotAsked()),
                        new BatchEvent.Opened(PinUse.LOGIN),
                        new BatchEvent.Signing(0))
                .endsWith(secondEnded)
                .hasSize(6)
                .containsSubsequence(new BatchEvent.Signing(0), new BatchEvent.Signing(1), secondEnded)
                .containsSubsequence(new BatchEvent.Signing(0), firstEnded, secondEnded);
    }

    @Test
    void keepsTheStructureInTheOutputFolder() throws Exception {
        Files.createDirectories(folder.resolve("in/2026"));
        TestPdf.pages(folder.resolve("in/2026/a.pdf"), 1);
        Path out = folder.resolve("out");
        BatchRequest request = new BatchRequest(
                DocumentScan.of(List.of(folder.resolve("in"))).documents(),
                key.credential(),
                B,
                Optional.of(out),
                false,
                false);
        batch(signer, Optional.empty()).run(request, KeyInMemory.rightPin(), events::add, () -> false);
        assertThat(out.resolve("2026/a-signed.pdf")).isRegularFile();
    }

    @Test
    void tellsWhatIsPendingWhenTheAuthorityIsDown() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        try (TestTsa tsa = TestTsa.start(pki)) {
            tsa.answer(TestTsa.Fault.DOWN);
            Signer stamping = new PadesSigner(List.of(new TimestampHttp(tsa.address(), true)));
            BatchRequest request = new BatchRequest(
                    List.of(BatchDocument.of(file)),
                    key.credential(),
                    SignatureProfile.pades(SignatureLevel.T),
                    Optional.empty(),
                    false,
                    false);
            BatchResult result =
                    batch(stamping, Optional.empty()).run(request, KeyInMemory.rightPin(), events::add, () -> false);
            Signed signed = (Signed) result.documents().getFirst();
            assertThat(signed.level()).isEqualTo(SignatureLevel.B);
            assertThat(signed.pending())
                    .contains(new DocumentResult.Pending(SignatureLevel.T, new TsaUnreachable(tsa.address())));
            assertThat(key.signed()).isOne();
        }
    }

    @Test
    void leavesTheRestUnsignedWhereTheLevelIsRequiredAndTheAuthorityDies() throws Exception {
        List<Path> files = List.of(
                TestPdf.pages(folder.resolve("a.pdf"), 1),
                TestPdf.pages(folder.resolve("b.pdf"), 1),
                TestPdf.pages(folder.resolve("c.pdf"), 1),
                TestPdf.pages(folder.resolve("d.pdf"), 1));
        try (TestTsa tsa = TestTsa.start(pki)) {
            tsa.dieAfter(2);
            Signer stamping = new PadesSigner(List.of(new TimestampHttp(tsa.address(), true)));
            BatchRequest request = new BatchRequest(
                    files.stream().map(BatchDocument::of).toList(),
                    key.credential(),
                    Profiles.required(SignatureProfile.pades(SignatureLevel.T)),
                    Optional.empty(),
                    false,
                    false);
            BatchResult result =
                    batch(stamping, Optional.empty()).run(request, KeyInMemory.rightPin(), events::add, () -> false);
            assertThat(result.documents().subList(0, 2))
                    .allMatch(done -> done instanceof Signed signed
                            && signed.level() == SignatureLevel.T
                            && signed.pending().isEmpty());
            assertThat(result.documents().subList(2, 4))
                    .containsExactly(
                            new Failed(files.get(2), new TsaUnreachable(tsa.address())),
                            new Failed(files.get(3), new TsaUnreachable(tsa.address())));
        }
        assertThat(names()).containsExactly("a-signed.pdf", "a.pdf", "b-signed.pdf", "b.pdf", "c.pdf", "d.pdf");
        // The last document's signature would have been thrown away: the key isn't asked for it.
        assertThat(key.signed()).isEqualTo(3);
    }

    // Invariant 8: the ledger never undoes a signature.

    @Test
    void recordsTheSignedFilesInOneCall() throws Exception {
        Path first = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Path cut = TestPdf.truncated(folder.resolve("b.pdf"));
        Path third = TestPdf.pages(folder.resolve("c.pdf"), 1);
        List<List<NotaryEntry>> calls = new ArrayList<>();
        Notary notary = entries -> {
            calls.add(entries);
            return entries.stream()
                    .map(each -> new Receipt("log", 7, each.document().value()))
                    .toList();
        };
        BatchResult result = notarised(notary, first, cut, third);
        assertThat(calls).hasSize(1);
        for (int index : new int[] {0, 2}) {
            Signed signed = (Signed) result.documents().get(index);
            Path receipt = signed.receipt().orElseThrow();
            assertThat(receipt).isEqualTo(Path.of(signed.output() + ".tlog-proof"));
            assertThat(Files.readAllBytes(receipt)).isEqualTo(signed.sha256().value());
        }
        assertThat(events).contains(new BatchEvent.Recording(2));
    }

    @Test
    void keepsTheSignatureWhenTheLedgerFails() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        Problem busy = new LogBusy(folder);
        BatchResult result = notarised(
                _ -> {
                    throw new ProblemException(busy);
                },
                file);
        Signed signed = (Signed) result.documents().getFirst();
        assertThat(signed.notRecorded()).contains(busy);
        assertThat(signed.receipt()).isEmpty();
        assertThat(PdfSignature.last(signed.output()).verifies(issued)).isTrue();
    }

    @Test
    void keepsTheReceiptThatCannotLieBesideItsFile() throws Exception {
        // The signed file's name is as long as a name may be, its receipt's would be longer.
        Path file = TestPdf.pages(folder.resolve("a".repeat(240) + ".pdf"), 1);
        BatchResult result = notarised(
                entries -> entries.stream()
                        .map(each -> new Receipt("log", 7, each.document().value()))
                        .toList(),
                file);
        Signed signed = (Signed) result.documents().getFirst();
        Path kept = folder.resolve("kept/entry-8.tlog-proof");
        assertThat(signed.receipt()).contains(kept);
        assertThat(kept).hasBinaryContent(signed.sha256().value());
        assertThat(signed.notRecorded()).contains(new ReceiptElsewhere(signed.output(), 8, folder, kept));
    }

    private BatchResult notarised(Notary notary, Path... files) {
        BatchRequest request = new BatchRequest(
                Stream.of(files).map(BatchDocument::of).toList(), key.credential(), B, Optional.empty(), true, false);
        return batch(signer, Optional.of(notary)).run(request, KeyInMemory.rightPin(), events::add, () -> false);
    }

    private CertificateRequest request() {
        return pki.request(TestPki.EMPLOYEE, KeyKind.P256);
    }

    private List<String> codes(Path file, CertificateRequest certificate, boolean allowExpired) {
        KeyInMemory source = new KeyInMemory(pki.issue(certificate));
        BatchRequest request = new BatchRequest(
                List.of(BatchDocument.of(file)), source.credential(), B, Optional.empty(), false, allowExpired);
        BatchResult result = new SignBatch(source, signer, Optional.empty(), home())
                .run(request, KeyInMemory.rightPin(), events::add, () -> false);
        return problems(result).stream().map(Problem::code).toList();
    }

    private BatchResult run(Path... files) {
        return batch(signer, Optional.empty())
                .run(request(key.credential(), List.of(files)), KeyInMemory.rightPin(), events::add, () -> false);
    }

    private SignBatch batch(Signer by, Optional<Notary> notary) {
        return new SignBatch(
                key, by, notary.map(each -> new Registrar(each, new ReceiptFiles(folder.resolve("kept")))), home());
    }

    private static BatchRequest request(Credential credential, List<Path> files) {
        return new BatchRequest(
                files.stream().map(BatchDocument::of).toList(), credential, B, Optional.empty(), false, false);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static List<Problem> problems(BatchResult result) {
        return result.documents().stream()
                .filter(Failed.class::isInstance)
                .map(each -> ((Failed) each).problem())
                .toList();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("home"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
