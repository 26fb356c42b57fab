// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.credential.OpenCredential;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.PdfSignature;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.fixture.TestTsa.Fault;
import cat.segell.problem.DocumentProblem.CertifyNotFirst;
import cat.segell.problem.DocumentProblem.DocumentCertified;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.DocumentProblem.DocumentEncrypted;
import cat.segell.problem.DocumentProblem.DocumentNoPages;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.DocumentRestricted;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.Certification;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.SignerClaims;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PadesSignerTest {

    private static final SignatureProfile B = SignatureProfile.pades(SignatureLevel.B);
    private static final SignatureProfile T = SignatureProfile.pades(SignatureLevel.T);

    private final TestPki root = TestPki.create();
    private final TestPki pki = root.subordinate("CN=Entitat de proves,O=Proves,C=ES");
    private final IssuedKey issued = pki.signer(KeyKind.P256);

    private TestTsa tsa;
    private PadesSigner signer;
    private WorkFolder work;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() {
        tsa = TestTsa.start(pki);
    }

    @BeforeEach
    void openWork() throws Exception {
        signer = new PadesSigner(List.of(new TimestampHttp(tsa.address(), true)));
        tsa.answer(Fault.NONE);
        work = WorkFolder.create(folder.resolve("home"));
    }

    @AfterEach
    void closeWork() {
        work.close();
    }

    @AfterAll
    void stop() {
        tsa.close();
    }

    // Refused before the key is used.

    @Test
    void refusesWhatIsNotAPdf() throws Exception {
        Path file = Files.writeString(file("letter.pdf"), "PK\3\4 a text document");
        assertThat(refusal(file)).isEqualTo(new DocumentNotPdf(file));
    }

    @Test
    void refusesAHeaderThatIsNotAtTheStart() throws Exception {
        Path good = TestPdf.pages(file("good.pdf"), 1);
        byte[] moved =
                ("junk\n" + Files.readString(good, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(file("moved.pdf"), moved);
        assertThat(refusal(file)).isEqualTo(new DocumentDamaged(file));
    }

    @ParameterizedTest
    @CsvSource({"table,10", "table,50", "table,90", "table,99", "stream,10", "stream,50", "stream,90", "stream,99"})
    void refusesTruncatedDocuments(String kind, int percent) throws Exception {
        Path good = kind.equals("table") ? TestPdf.pages(file("a.pdf"), 3) : TestPdf.xrefStream(file("a.pdf"));
        byte[] bytes = Files.readAllBytes(good);
        Path file = Files.write(file("cut.pdf"), Arrays.copyOf(bytes, bytes.length * percent / 100));
        assertThat(refusal(file)).isEqualTo(new DocumentDamaged(file));
    }

    @Test
    void refusesACrossReferenceThatPointsElsewhere() throws Exception {
        Path file = TestPdf.pages(file("a.pdf"), 1);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int entry = text.indexOf(" 00000 n", text.lastIndexOf("xref\n0"));
        String shifted = text.substring(0, entry - 2) + "99" + text.substring(entry);
        Files.writeString(file, shifted, StandardCharsets.ISO_8859_1);
        assertThat(refusal(file)).isEqualTo(new DocumentDamaged(file));
    }

    @Test
    void refusesEncryptedDocument() throws Exception {
        Path file = TestPdf.encrypted(file("a.pdf"));
        assertThat(refusal(file)).isEqualTo(new DocumentEncrypted(file));
    }

    @Test
    void refusesDocumentThatItsOwnerRestricted() throws Exception {
        Path file = TestPdf.restricted(file("a.pdf"));
        assertThat(refusal(file)).isEqualTo(new DocumentRestricted(file));
    }

    @Test
    void refusesDocumentWithoutPages() throws Exception {
        Path file = TestPdf.zeroPages(file("a.pdf"));
        assertThat(refusal(file)).isEqualTo(new DocumentNoPages(file));
    }

    @Test
    void refusesCertifiedDocument() throws Exception {
        Path file = TestPdf.certified(file("a.pdf"), issued);
        assertThat(refusal(file)).isEqualTo(new DocumentCertified(file));
    }

    @Test
    void refusesDocumentThatASignatureLocked() throws Exception {
        Path file = TestPdf.locked(file("a.pdf"), issued);
        assertThat(refusal(file)).isEqualTo(new DocumentCertified(file));
    }

    @Test
    void noiseIsSignedOrRefusedButNeverBreaksOut() throws Exception {
        byte[] good = Files.readAllBytes(TestPdf.withForm(file("good.pdf")));
        Path file = file("noise.pdf");
        for (int position = 0; position < good.length; position += 37) {
            byte[] broken = good.clone();
            Arrays.fill(broken, position, Math.min(good.length, position + 9), (byte) '<');
            Files.write(file, broken);
            try (DocumentFile document = DocumentFile.read(file, work)) {
                signer.prepare(document, new KeyInMemory(issued).credential(), B);
            } catch (ProblemException e) {
                assertThat(e.problem())
                        .isInstanceOfAny(DocumentDamaged.class, DocumentNotPdf.class, DocumentNoPages.class);
            }
        }
    }

    @Test
    void refusesLevelsThatItCannotReach() throws Exception {
        Path file = TestPdf.pages(file("a.pdf"), 1);
        assertThat(refusal(new PadesSigner(List.of()), file, T)).isEqualTo(new TsaNone());
    }

    // What is missing never costs the signature, and nothing is promised that isn't there.

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "HTTP_500", "GARBAGE", "WRONG_IMPRINT", "WRONG_NONCE", "WRONG_SIGNATURE", "REJECTED"})
    void staysAtLevelBWhenTheAuthorityFails(Fault fault) throws Exception {
        tsa.answer(fault);
        KeyInMemory key = new KeyInMemory(issued);
        SignedContent signed = sign(key, TestPdf.pages(file("a.pdf"), 1), T);
        assertThat(signed.level()).isEqualTo(SignatureLevel.B);
        assertThat(signed.missed()).isPresent();
        assertThat(key.signed()).isOne();
        PdfSignature signature = PdfSignature.last(signed.file());
        assertThat(signature.verifies(issued)).isTrue();
        assertThat(signature.timestamp()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "GARBAGE", "WRONG_SIGNATURE", "REJECTED"})
    void completesNothingWhereTheLevelIsRequiredAndTheAuthorityFails(Fault fault) throws Exception {
        tsa.answer(fault);
        Path file = TestPdf.pages(file("a.pdf"), 1);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> sign(new KeyInMemory(issued), file, Profiles.required(T)));
        assertThat(refused.problem()).isInstanceOf(ServiceProblem.class);
    }

    @Test
    void saysWhyTheTimestampIsMissing() throws Exception {
        tsa.answer(Fault.GARBAGE);
        assertThat(sign(new KeyInMemory(issued), TestPdf.pages(file("a.pdf"), 1), T)
                        .missed())
                .contains(new TsaInvalid(tsa.address()));
    }

    // Signatures.

    @ParameterizedTest
    @CsvSource({
        "RSA_2048,false",
        "RSA_3072,false",
        "RSA_4096,false",
        "P256,false",
        "P384,false",
        "RSA_2048,true",
        "RSA_3072,true",
        "RSA_4096,true"
    })
    void signsWithEveryKeyAtBothLevels(KeyKind kind, boolean pss) throws Exception {
        IssuedKey by = pki.signer(kind);
        Path file = TestPdf.pages(file("a.pdf"), 1);
        for (SignatureLevel level : List.of(SignatureLevel.B, SignatureLevel.T)) {
            SignatureProfile profile = profile(level, DigestAlgorithm.SHA256, pss);
            SignedContent signed = sign(new KeyInMemory(by), file, profile);
            assertThat(signed.level()).isEqualTo(level);
            PdfSignature signature = PdfSignature.last(signed.file());
            assertThat(signature.verifies(by)).isTrue();
            assertThat(signature.reachesEnd()).isTrue();
            assertThat(signature.timestamp().isPresent()).isEqualTo(level == SignatureLevel.T);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsWithEveryDigest(DigestAlgorithm digest) throws Exception {
        Path file = TestPdf.pages(file("a.pdf"), 1);
        SignedContent signed = sign(new KeyInMemory(issued), file, profile(SignatureLevel.T, digest, false));
        assertThat(PdfSignature.last(signed.file()).verifies(issued)).isTrue();
    }

    /** PDFBox reads in pages of 4096 bytes: an object that starts at a page's end is no damage. */
    @ParameterizedTest
    @ValueSource(ints = {4085, 4090, 4093, 4095, 4096, 8190})
    void signsWhereverAnObjectStarts(int offset) throws Exception {
        try (DocumentFile document = DocumentFile.read(withObjectAt(offset), work)) {
            assertThat(signer.prepare(document, new KeyInMemory(issued).credential(), B)
                            .dataToSign())
                    .isNotEmpty();
        }
    }

    private Path withObjectAt(int offset) throws Exception {
        String head = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n%";
        String before = head + "x".repeat(offset - head.length() - 1) + "\n";
        String page = "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>\nendobj\n";
        String table = "xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n"
                .formatted(before.indexOf("1 0 obj"), before.indexOf("2 0 obj"), offset);
        String end = "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + (offset + page.length()) + "\n%%EOF\n";
        return Files.writeString(file("at" + offset + ".pdf"), before + page + table + end);
    }

    @Test
    void timestampIsOverTheSignatureValue() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.pages(file("a.pdf"), 1), T);
        PdfSignature signature = PdfSignature.last(signed.file());
        byte[] value = signature.signer().getSignature();
        assertThat(signature.timestamp().orElseThrow().getTimeStampInfo().getMessageImprintDigest())
                .isEqualTo(DigestAlgorithm.SHA256.of(value).value());
    }

    @Test
    void putsTheWholeChainIntoTheSignature() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.pages(file("a.pdf"), 1), B);
        assertThat(PdfSignature.last(signed.file()).certificates())
                .extracting(X509CertificateHolder::getSubject)
                .extracting(Object::toString)
                .hasSize(3)
                .anyMatch(name -> name.contains("Entitat de proves"))
                .anyMatch(name -> name.contains("Arrel de proves"));
    }

    @Test
    void writesReasonPlaceAndTime() throws Exception {
        SignatureProfile profile = new SignatureProfile(
                Optional.of(SignatureForm.PADES),
                SignatureLevel.B,
                false,
                DigestAlgorithm.SHA256,
                false,
                new SignerClaims(
                        Optional.of("Aprovació de l'expedient"),
                        Optional.of("Vilaprova"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.pages(file("a.pdf"), 1), profile);
        var dictionary = PdfSignature.last(signed.file()).dictionary();
        assertThat(dictionary.getReason()).isEqualTo("Aprovació de l'expedient");
        assertThat(dictionary.getLocation()).isEqualTo("Vilaprova");
        assertThat(dictionary.getSignDate().toInstant())
                .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        assertThat(dictionary.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
    }

    private static SignatureProfile certifying(Certification certification) {
        return new SignatureProfile(
                Optional.of(SignatureForm.PADES),
                SignatureLevel.B,
                false,
                DigestAlgorithm.SHA256,
                false,
                new SignerClaims(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(certification)),
                Optional.empty());
    }

    private Path signed(Path file, SignatureProfile profile, String name) throws Exception {
        return Files.copy(sign(new KeyInMemory(issued), file, profile).file(), file(name));
    }

    @ParameterizedTest
    @CsvSource({"NOTHING,1", "FORMS,2", "NOTES,3"})
    void certifiesAsTheFirstSignerOnly(Certification certification, int permission) throws Exception {
        Path plain = TestPdf.pages(file("a.pdf"), 1);
        Path certified = signed(plain, certifying(certification), "certified.pdf");
        try (PDDocument document = Loader.loadPDF(certified.toFile())) {
            COSDictionary reference = (COSDictionary) document.getLastSignatureDictionary()
                    .getCOSObject()
                    .getCOSArray(COSName.getPDFName("Reference"))
                    .getObject(0);
            assertThat(reference.getNameAsString("TransformMethod")).isEqualTo("DocMDP");
            assertThat(reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt("P"))
                    .isEqualTo(permission);
        }
        if (certification == Certification.NOTHING) {
            assertThat(refusal(certified)).isEqualTo(new DocumentCertified(certified));
        } else {
            signed(certified, B, "countersigned.pdf");
        }
        Path signed = signed(plain, B, "signed.pdf");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> sign(new KeyInMemory(issued), signed, certifying(certification)))
                        .problem())
                .isEqualTo(new CertifyNotFirst(signed));
    }

    @ParameterizedTest
    @CsvSource({"xrefStream", "hybrid", "withForm", "withAttachment", "certifiedForForms", "pages"})
    void addsToTheDocumentAndChangesNoByteOfIt(String kind) throws Exception {
        Path file = file("a.pdf");
        switch (kind) {
            case "xrefStream" -> TestPdf.xrefStream(file);
            case "hybrid" -> TestPdf.hybrid(file);
            case "withAttachment" -> TestPdf.withAttachment(file);
            case "withForm" -> TestPdf.withForm(file);
            case "certifiedForForms" -> TestPdf.certifiedForForms(file, issued);
            default -> TestPdf.pages(file, 40);
        }
        byte[] before = Files.readAllBytes(file);
        SignedContent signed = sign(new KeyInMemory(issued), file, T);
        byte[] after = Files.readAllBytes(signed.file());
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(PdfSignature.in(signed.file())).allMatch(each -> each.verifies(issued));
    }

    @Test
    void keepsEarlierSignaturesValid() throws Exception {
        IssuedKey second = pki.signer(KeyKind.RSA_2048);
        Path once = sign(new KeyInMemory(issued), TestPdf.withForm(file("a.pdf")), T)
                .file();
        Path twice = sign(new KeyInMemory(second), once, T).file();
        List<PdfSignature> signatures = PdfSignature.in(twice);
        assertThat(signatures).hasSize(2);
        assertThat(signatures.get(0).verifies(issued)).isTrue();
        assertThat(signatures.get(1).verifies(second)).isTrue();
        assertThat(signatures.get(1).reachesEnd()).isTrue();
    }

    @Test
    void keepsFormFields() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.withForm(file("a.pdf")), B);
        try (PDDocument document = Loader.loadPDF(signed.file().toFile())) {
            assertThat(document.getDocumentCatalog()
                            .getAcroForm()
                            .getField("Municipi")
                            .getValueAsString())
                    .isEqualTo("Vilaprova");
        }
    }

    @Test
    void keepsAttachments() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.withAttachment(file("a.pdf")), B);
        try (PDDocument document = Loader.loadPDF(signed.file().toFile())) {
            PDComplexFileSpecification annex = Objects.requireNonNull(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("annex.txt"));
            assertThat(annex.getEmbeddedFile().toByteArray()).asString().isEqualTo("Annex");
        }
    }

    /** What only the stream of a hybrid file knows is there for those who read it. */
    @Test
    void keepsWhatAHybridFileHides() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.hybrid(file("a.pdf")), B);
        try (PDDocument document = Loader.loadPDF(signed.file().toFile())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Hybrid");
        }
        assertThat(OtherSoftware.pdfsig(signed.file()).accepts()).isTrue();
    }

    @Test
    void signsHundredMegabytes() throws Exception {
        Path file = TestPdf.big(file("big.pdf"), 100 << 20);
        SignedContent signed = sign(new KeyInMemory(issued), file, B);
        assertThat(Files.size(signed.file())).isBetween(Files.size(file), Files.size(file) + (1 << 16));
    }

    @Test
    void signsFiveThousandPages() throws Exception {
        SignedContent signed = sign(new KeyInMemory(issued), TestPdf.pages(file("a.pdf"), 5_000), B);
        try (DocumentFile document = DocumentFile.read(signed.file(), work)) {
            ValidationReport report = new DssValidator()
                    .validate(
                            document,
                            OriginalDocument.NONE,
                            new TrustAnchors(List.of(root.certificate(), pki.certificate()), false));
            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        }
    }

    /** The room for it is kept before anybody knows its size. */
    @Test
    void theLargestTimestampFitsAndNobodyIsAskedTwice() throws Exception {
        IssuedKey stamper = pki.issue(pki.request("CN=Autoritat de segellat de proves,O=Proves,C=ES", KeyKind.P256)
                .keyUsage(KeyUsage.digitalSignature)
                .extendedKeyUsage(true, KeyPurposeId.id_kp_timeStamping)
                .extension(
                        new ASN1ObjectIdentifier("1.2.3.4.5"),
                        false,
                        new DEROctetString(new byte[TimestampAuthority.LARGEST_TOKEN - 1_500])));
        KeyInMemory key = new KeyInMemory(issued);
        try (TestTsa large = TestTsa.start(stamper)) {
            signer = new PadesSigner(List.of(new TimestampHttp(large.address(), true)));
            SignedContent signed = sign(key, TestPdf.pages(file("a.pdf"), 1), T);
            assertThat(signed.missed()).isEmpty();
            PdfSignature signature = PdfSignature.last(signed.file());
            assertThat(signature.verifies(issued)).isTrue();
            assertThat(signature.timestamp().orElseThrow().getEncoded())
                    .hasSizeBetween(TimestampAuthority.LARGEST_TOKEN - 1_000, TimestampAuthority.LARGEST_TOKEN);
            assertThat(large.requests()).isOne();
        }
        assertThat(key.signed()).isOne();
    }

    private static SignatureProfile profile(SignatureLevel level, DigestAlgorithm digest, boolean pss) {
        return Profiles.with(SignatureForm.PADES, level, digest, pss);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private SignedContent sign(KeyInMemory key, Path file, SignatureProfile profile) throws ProblemException {
        DocumentFile document = DocumentFile.read(file, work);
        PreparedDocument prepared = signer.prepare(document, key.credential(), profile);
        try (OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            byte[] value = open.sign(prepared.digest());
            assertThat(prepared.algorithm()
                            .verifies(key.credential().certificate().getPublicKey(), prepared.dataToSign(), value))
                    .isTrue();
            return signer.complete(prepared, value, work);
        }
    }

    private Problem refusal(Path file) throws Exception {
        byte[] before = Files.readAllBytes(file);
        Problem problem = refusal(signer, file, T);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        return problem;
    }

    private Problem refusal(PadesSigner by, Path file, SignatureProfile profile) {
        try (DocumentFile document = DocumentFile.read(file, work)) {
            by.prepare(document, new KeyInMemory(issued).credential(), profile);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("was prepared: " + file);
    }
}
