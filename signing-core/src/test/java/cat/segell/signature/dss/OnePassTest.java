// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.HashedFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.PdfSignature;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.DocumentDamaged;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.pdf.PdfPass;
import cat.segell.signature.pdf.SigningService;
import cat.segell.signature.pdf.WorkPdfs;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is signed in one pass is, byte for byte, what EU DSS makes of the same document in its own way. {@code -Dpdf.corpus=FOLDER} tries
 * the PDFs of any folder in the same way.
 */
class OnePassTest {

    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey SIGNER = PKI.signer(KeyKind.RSA_2048);
    private static final KeyInMemory KEY = new KeyInMemory(SIGNER);

    enum Kind {
        PLAIN,
        SEEN,
        CERTIFYING,
        OTHER_DIGEST
    }

    private enum Outcome {
        SAME,
        REFUSED,
        DIFFERENT
    }

    @TempDir
    private Path folder;

    private WorkFolder work;

    @BeforeEach
    void openWork() throws ProblemException {
        work = WorkFolder.create(folder.resolve("home"));
    }

    @AfterEach
    void closeWork() {
        work.close();
    }

    @ParameterizedTest
    @EnumSource
    void makesWhatDssMakes(Kind kind) throws Exception {
        for (Path file : documents()) {
            assertThat(outcome(file, kind)).as(file.toString()).isEqualTo(Outcome.SAME);
        }
    }

    @Test
    void aSignatureThatDoesNotFitLeavesTheDocumentAsItWas() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        byte[] before = Files.readAllBytes(file);
        PAdESSignatureParameters parameters = parameters(Kind.PLAIN, Instant.now());
        parameters.setContentSize(1_000);
        PdfPass pass = begin(file, parameters);
        SignatureValue value = value(parameters, pass.dataToSign());
        assertThatThrownBy(() -> pass.end(parameters, value)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** PDFBox takes the first that it writes for the one that is made: EU DSS would sign nothing that anybody could verify. */
    @Test
    void anEmptySignatureThatIsWrittenAgainIsNotTakenForTheOneThatIsMade() throws Exception {
        Path good = Files.writeString(folder.resolve("good.pdf"), withField(""), StandardCharsets.ISO_8859_1);
        assertThat(outcome(good, Kind.PLAIN)).isEqualTo(Outcome.SAME);
        String empty = "/V<</Type/Sig/Contents<0000>/ByteRange[0 1000000000 1000000000 1000000000]>>";
        Path file = Files.writeString(folder.resolve("empty.pdf"), withField(empty), StandardCharsets.ISO_8859_1);
        try (DocumentFile document = DocumentFile.read(file, work)) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> new PadesSigner(List.of())
                            .prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B)));
            assertThat(refused.problem()).isEqualTo(new DocumentDamaged(file));
        }
    }

    private static String withField(String value) {
        List<String> objects = List.of(
                "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[<</FT/Sig/T(x)" + value + ">>]>>>>\nendobj\n",
                "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>\nendobj\n");
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (String object : objects) {
            table.append("%010d 00000 n \n".formatted(text.length()));
            text.append(object);
        }
        int start = text.length();
        return text.append(table) + "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
    }

    @Test
    void nobodyReadsTheCopyOfASignedDocument() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        try (DocumentFile document = DocumentFile.read(file, work)) {
            PadesSigner signer = new PadesSigner(List.of());
            PreparedDocument prepared =
                    signer.prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B));
            signer.complete(prepared, value(prepared.digest()), work);
            assertThatThrownBy(document::copy).isInstanceOf(IllegalStateException.class);
            // What was read is still known.
            document.guardUnchanged();
            assertThat(document.size()).isEqualTo(Files.size(file));
        }
    }

    /** A reader of bytes would take it for the place of the signature. */
    @Test
    void whatLooksLikeARoomForASignatureIsLeftAlone() throws Exception {
        Path file = TestPdf.pages(folder.resolve("lookalike.pdf"), 1);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String room =
                "%/Type/Sig/ByteRange[0 1000000000 1000000000 1000000000]/Contents<" + "0".repeat(1 << 16) + ">\n";
        // Where it moves nothing.
        int end = text.lastIndexOf("startxref");
        Files.writeString(file, text.substring(0, end) + room + text.substring(end), StandardCharsets.ISO_8859_1);
        byte[] before = Files.readAllBytes(file);
        try (DocumentFile document = DocumentFile.read(file, work)) {
            PadesSigner signer = new PadesSigner(List.of());
            PreparedDocument prepared =
                    signer.prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B));
            Path signed =
                    signer.complete(prepared, value(prepared.digest()), work).file();
            assertThat(Arrays.copyOf(Files.readAllBytes(signed), before.length)).isEqualTo(before);
            assertThat(PdfSignature.in(signed)).hasSize(1);
            assertThat(PdfSignature.last(signed).verifies(SIGNER)).isTrue();
            assertThat(PdfSignature.last(signed).reachesEnd()).isTrue();
            assertThat(OtherSoftware.pdfsig(signed).accepts()).isTrue();
        }
    }

    @Test
    void tellsTheDigestOfWhatItMade() throws Exception {
        Path file = TestPdf.pages(folder.resolve("a.pdf"), 1);
        try (DocumentFile document = DocumentFile.read(file, work)) {
            PadesSigner signer = new PadesSigner(List.of());
            PreparedDocument prepared =
                    signer.prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B));
            SignedContent signed = signer.complete(prepared, value(prepared.digest()), work);
            try (InputStream in = Files.newInputStream(signed.file())) {
                assertThat(signed.sha256()).contains(DigestAlgorithm.SHA256.of(in));
            }
        }
    }

    @Test
    void foreignDocuments() throws Exception {
        String corpus = System.getProperty("pdf.corpus", "");
        List<Path> files = new ArrayList<>(documents());
        if (!corpus.isEmpty()) {
            try (Stream<Path> all = Files.walk(Path.of(corpus))) {
                all.filter(file -> file.toString().endsWith(".pdf")).forEach(files::add);
            }
        }
        List<String> different = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<Outcome, Integer> counted = new EnumMap<>(Outcome.class);
            for (Path file : files) {
                Outcome outcome = outcome(file, kind);
                counted.merge(outcome, 1, Integer::sum);
                if (outcome == Outcome.DIFFERENT) {
                    different.add(kind + " " + file);
                }
            }
            if (!corpus.isEmpty()) {
                System.out.println(kind + " " + counted);
            }
        }
        assertThat(different).isEmpty();
    }

    private List<Path> documents() throws IOException, InterruptedException {
        Path table = TestPdf.pages(folder.resolve("table.pdf"), 3);
        return List.of(
                table,
                TestPdf.xrefStream(folder.resolve("stream.pdf")),
                TestPdf.hybrid(folder.resolve("hybrid.pdf")),
                TestPdf.withForm(folder.resolve("form.pdf")),
                TestPdf.withAttachment(folder.resolve("attachment.pdf")),
                TestPdf.big(folder.resolve("big.pdf"), 3 << 20),
                TestPdf.signedVisibly(TestPdf.pages(folder.resolve("signed.pdf"), 1), SIGNER),
                TestPdf.certifiedForForms(folder.resolve("certified.pdf"), SIGNER),
                TestPdf.certifiedForm(folder.resolve("certified-form.pdf"), SIGNER),
                rewritten(table, "linear.pdf", "--linearize"),
                rewritten(table, "objects.pdf", "--object-streams=generate"),
                rewritten(
                        TestPdf.withForm(folder.resolve("other.pdf")),
                        "both.pdf",
                        "--linearize",
                        "--object-streams=generate"));
    }

    /** By qpdf. */
    private Path rewritten(Path file, String name, String... how) throws IOException, InterruptedException {
        Path to = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("qpdf"));
        command.addAll(List.of(how));
        command.addAll(List.of(file.toString(), to.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return to;
    }

    private Outcome outcome(Path file, Kind kind) throws Exception {
        try (DocumentFile document = DocumentFile.read(file, work)) {
            PdfGuard.check(document);
        } catch (ProblemException e) {
            return Outcome.REFUSED;
        }
        Instant signedAt = Instant.now();
        PAdESSignatureParameters parameters = parameters(kind, signedAt);
        Path copied = Files.createDirectories(folder.resolve("ours")).resolve("document.pdf");
        Path theirs = Files.createDirectories(folder.resolve("theirs")).resolve("document.pdf");
        Files.write(copied, Files.readAllBytes(file));
        Files.write(theirs, Files.readAllBytes(file));
        byte[] expected;
        try {
            expected = byDss(theirs, parameters(kind, signedAt));
        } catch (RuntimeException e) {
            return refuses(copied, parameters) ? Outcome.REFUSED : Outcome.DIFFERENT;
        }
        PdfPass pass = begin(copied, parameters);
        HashedFile signed = pass.end(parameters, value(parameters, pass.dataToSign()));
        return Arrays.equals(Files.readAllBytes(signed.file()), expected) ? Outcome.SAME : Outcome.DIFFERENT;
    }

    private static boolean refuses(Path file, PAdESSignatureParameters parameters) throws IOException {
        try {
            begin(file, parameters);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static PdfPass begin(Path file, PAdESSignatureParameters parameters) throws IOException {
        return new PdfPass(HashedFile.of(file), new SigningService(OfflineVerifier.create()), parameters);
    }

    private byte[] byDss(Path file, PAdESSignatureParameters parameters) throws Exception {
        PAdESService service = new PAdESService(OfflineVerifier.create());
        service.setPdfObjFactory(WorkPdfs.in(work.folder()));
        FileDocument document = new FileDocument(file.toFile());
        byte[] data = service.getDataToSign(document, parameters).getBytes();
        try (InputStream signed = service.signDocument(document, parameters, value(parameters, data))
                .openStream()) {
            return signed.readAllBytes();
        }
    }

    private static PAdESSignatureParameters parameters(Kind kind, Instant signedAt) throws ProblemException {
        DigestAlgorithm digest = kind == Kind.OTHER_DIGEST ? DigestAlgorithm.SHA512 : DigestAlgorithm.SHA256;
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(SIGNER.certificate().getPublicKey(), digest, false);
        SignatureProfile profile = Profiles.with(SignatureForm.PADES, SignatureLevel.B, digest, false);
        PAdESSignatureParameters parameters = PdfParameters.of(KEY.credential(), profile, algorithm);
        parameters.bLevel().setSigningDate(Date.from(signedAt));
        switch (kind) {
            case PLAIN, OTHER_DIGEST -> {}
            case CERTIFYING -> parameters.setPermission(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
            case SEEN -> seen(parameters);
        }
        return parameters;
    }

    private static void seen(PAdESSignatureParameters parameters) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(1);
        field.setOriginX(20);
        field.setOriginY(20);
        field.setWidth(120);
        field.setHeight(40);
        parameters.getImageParameters().setFieldParameters(field);
        DSSFileFont font = DSSFileFont.initializeDefault();
        font.setEmbedFontSubset(true);
        parameters.getImageParameters().getTextParameters().setFont(font);
        parameters.getImageParameters().getTextParameters().setText("Signat per Maria");
    }

    private static SignatureValue value(PAdESSignatureParameters parameters, byte[] data) throws ProblemException {
        DigestAlgorithm digest =
                DigestAlgorithm.valueOf(parameters.getDigestAlgorithm().name());
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(SIGNER.certificate().getPublicKey(), digest, false);
        return new SignatureValue(
                parameters.getSignatureAlgorithm(), value(new DigestToSign(algorithm.scheme(), digest.of(data))));
    }

    private static byte[] value(DigestToSign digest) throws ProblemException {
        try (OpenCredential open = KEY.open(KEY.credential(), KeyInMemory.rightPin())) {
            return open.sign(digest);
        }
    }
}
