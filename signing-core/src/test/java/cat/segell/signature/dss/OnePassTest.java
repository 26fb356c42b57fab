// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

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
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.pdf.PdfPass;
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
        ONE_PASS,
        DSS_WAY,
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
            assertThat(outcome(file, kind)).as(file.toString()).isEqualTo(Outcome.ONE_PASS);
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
            var prepared = signer.prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B));
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
            var prepared = signer.prepare(document, KEY.credential(), SignatureProfile.pades(SignatureLevel.B));
            var signed = signer.complete(prepared, value(prepared.digest()), work);
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
        byte[] value = sign(parameters, pass.dataToSign());
        HashedFile signed = pass.end(parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value));
        if (!Arrays.equals(Files.readAllBytes(signed.file()), expected)) {
            return Outcome.DIFFERENT;
        }
        return pass.isOne() ? Outcome.ONE_PASS : Outcome.DSS_WAY;
    }

    private boolean refuses(Path file, PAdESSignatureParameters parameters) throws IOException {
        try {
            begin(file, parameters);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private PdfPass begin(Path file, PAdESSignatureParameters parameters) throws IOException {
        PAdESService service = new PAdESService(OfflineVerifier.create());
        return PdfPass.begin(HashedFile.of(file), service, parameters, work.folder());
    }

    private byte[] byDss(Path file, PAdESSignatureParameters parameters) throws Exception {
        PAdESService service = new PAdESService(OfflineVerifier.create());
        service.setPdfObjFactory(WorkPdfs.in(work.folder()));
        FileDocument document = new FileDocument(file.toFile());
        byte[] value =
                sign(parameters, service.getDataToSign(document, parameters).getBytes());
        SignatureValue made = new SignatureValue(parameters.getSignatureAlgorithm(), value);
        try (InputStream signed =
                service.signDocument(document, parameters, made).openStream()) {
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

    private static byte[] sign(PAdESSignatureParameters parameters, byte[] data) throws ProblemException {
        DigestAlgorithm digest =
                DigestAlgorithm.valueOf(parameters.getDigestAlgorithm().name());
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(SIGNER.certificate().getPublicKey(), digest, false);
        return value(new DigestToSign(algorithm.scheme(), digest.of(data)));
    }

    private static byte[] value(DigestToSign digest) throws ProblemException {
        try (OpenCredential open = KEY.open(KEY.credential(), KeyInMemory.rightPin())) {
            return open.sign(digest);
        }
    }
}
