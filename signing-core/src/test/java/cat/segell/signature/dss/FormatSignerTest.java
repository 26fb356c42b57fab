// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.credential.OpenCredential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.NameEnding;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.DocumentProblem.DocumentDoctype;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.DocumentNotXml;
import cat.segell.problem.DocumentProblem.DocumentTooBig;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.DocumentProblem.SignatureAlone;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.UsageProblem.LevelUnsupported;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.Commitment;
import cat.segell.signature.KnownPolicies;
import cat.segell.signature.Packaging;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.SignerClaims;
import cat.segell.timestamp.TimestampAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What all formats have in common, and what each refuses. */
class FormatSignerTest {

    private static final IssuedKey SIGNER = TestPki.create().signer(KeyKind.RSA_2048);
    private static final URI NOWHERE = URI.create("https://tsa.example/");

    @TempDir
    private Path folder;

    private final KeyInMemory key = new KeyInMemory(SIGNER);

    @Test
    void takesTheFormThatFitsTheDocument() throws Exception {
        assertThat(prepared(TestPdf.pages(folder.resolve("a.pdf"), 1), Optional.empty()))
                .isEqualTo(SignatureForm.PADES);
        assertThat(prepared(text("a.odt", "Acta"), Optional.empty())).isEqualTo(SignatureForm.ASIC_E);
    }

    @Test
    void whatIsCalledPdfAndIsNoneIsNotSignedAsSomethingElse() throws Exception {
        Path file = text("a.pdf", "no és cap PDF");
        assertThat(refusal(file, profile(Optional.empty(), SignerClaims.NONE))).isEqualTo(new DocumentNotPdf(file));
    }

    @Test
    void refusesToSignInsideWhatIsNoXml() throws Exception {
        Path file = text("a.xml", "<acta>");
        assertThat(refusal(file, SignatureFormat.XADES, Packaging.ENVELOPED)).isEqualTo(new DocumentNotXml(file));
    }

    @Test
    void refusesToSignInsideXmlWithADocumentType() throws Exception {
        Path file = text("a.xml", "<!DOCTYPE acta [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><acta>&x;</acta>");
        assertThat(refusal(file, SignatureFormat.XADES, Packaging.ENVELOPED)).isEqualTo(new DocumentDoctype(file));
    }

    @ParameterizedTest
    @CsvSource({"ENVELOPING,ENVELOPED", "ENVELOPING,ENVELOPING", "DETACHED,DETACHED", "DETACHED,ENVELOPING"})
    void refusesASecondSignatureWhereNoneFits(Packaging there, Packaging wanted) throws Exception {
        Path once = sign(text("a.txt", "Acta"), SignatureFormat.XADES, there);
        Path file = Files.move(once, folder.resolve("a.xsig"));
        assertThat(refusal(file, SignatureFormat.XADES, wanted)).isEqualTo(new SignatureAlone(file));
    }

    @ParameterizedTest
    @CsvSource({"XADES,ENVELOPING", "XADES,ENVELOPED", "CADES,ATTACHED", "JADES,ATTACHED", "JADES,DETACHED"})
    void refusesWhatIsTooBigToHoldInMemory(SignatureFormat format, Packaging packaging) throws Exception {
        Path file = text("a.xml", "<acta/>");
        try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(InMemory.LIMIT + 1);
        }
        assertThat(refusal(file, format, packaging)).isIn(new DocumentTooBig(file, 32), new DocumentNotXml(file));
    }

    @ParameterizedTest
    @CsvSource({"CADES,DETACHED", "JADES,DETACHED"})
    void refusesToAddToASignatureWhoseDocumentIsNotThere(SignatureFormat format, Packaging packaging) throws Exception {
        Path once = sign(text("a.txt", "Acta"), format, packaging);
        Path file = Files.move(once, folder.resolve("elsewhere.sig"));
        assertThat(refusal(file, format, packaging)).isEqualTo(new OriginalMissing(file));
    }

    @ParameterizedTest
    @CsvSource({
        "XADES,ENVELOPED",
        "XADES,DETACHED",
        "CADES,ATTACHED",
        "JADES,ATTACHED",
        "ASIC_S,DETACHED",
        "ASIC_E,DETACHED"
    })
    void aSilentAuthorityCostsTheTimeStampAndNotTheSignature(SignatureFormat format, Packaging packaging)
            throws Exception {
        SignatureProfile profile = SignatureProfile.of(form(format, packaging), SignatureLevel.T);
        SignedContent signed =
                sign(new FormatSigner(List.of(new Silent()), Optional.empty()), text("a.xml", "<acta/>"), profile);
        assertThat(signed.level()).isEqualTo(SignatureLevel.B);
        assertThat(signed.missed()).contains(new TsaUnreachable(NOWHERE));
        assertThat(key.signed()).isEqualTo(1);
        assertThat(signed.file()).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"XADES,ENVELOPED", "CADES,ATTACHED", "JADES,ATTACHED", "ASIC_E,DETACHED"})
    void aLevelThatIsDemandedIsReachedOrNothingIsSigned(SignatureFormat format, Packaging packaging) throws Exception {
        SignatureProfile profile = Profiles.required(SignatureProfile.of(form(format, packaging), SignatureLevel.T));
        Path file = text("a.xml", "<acta/>");
        assertThat(problem(() -> sign(new FormatSigner(List.of(new Silent()), Optional.empty()), file, profile)))
                .isEqualTo(new TsaUnreachable(NOWHERE));
    }

    @ParameterizedTest
    @EnumSource
    void noFormatIsTimeStampedByNobody(SignatureFormat format) throws Exception {
        SignatureProfile profile = SignatureProfile.of(SignatureForm.of(format), SignatureLevel.T);
        assertThat(refusal(text("a.xml", "<acta/>"), profile)).isEqualTo(new TsaNone());
    }

    @Test
    void aContainerIsSignedOnceMoreAsWhatItIs() throws Exception {
        SignatureForm there = new SignatureForm(SignatureFormat.ASIC_S, Packaging.DETACHED, SignatureFormat.CADES);
        Path once = kept(
                sign(new FormatSigner(List.of(), Optional.empty()), text("a.odt", "Acta"), profile(there)), "a.asics");
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(once, work)) {
            PreparedDocument prepared = new FormatSigner(List.of(), Optional.empty())
                    .prepare(document, key.credential(), profile(Optional.empty(), SignerClaims.NONE));
            assertThat(prepared.form()).isEqualTo(there);
            assertThat(prepared.ending()).isEqualTo(NameEnding.kept(".asics"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ASIC_E,XADES,2", "ASIC_E,CADES,2", "ASIC_S,XADES,1"})
    void aSecondSignatureJoinsTheFirstInAContainer(SignatureFormat format, SignatureFormat inside, int files)
            throws Exception {
        SignatureForm form = new SignatureForm(format, Packaging.DETACHED, inside);
        Path once = kept(
                sign(new FormatSigner(List.of(), Optional.empty()), text("a.odt", "Acta"), profile(form)), "a.zip");
        Path twice = kept(sign(new FormatSigner(List.of(), Optional.empty()), once, profile(form)), "b.zip");
        try (ZipFile zip = new ZipFile(twice.toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().matches("META-INF/signature.*")))
                    .hasSize(files);
            assertThat(zip.getEntry("a.odt")).isNotNull();
        }
    }

    /** Office documents are ZIPs, some with thousands of files. */
    @Test
    void aZipOfManyFilesIsADocumentLikeAnyOther() throws Exception {
        Path file = folder.resolve("a.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 3000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
            }
        }
        Path signed = kept(
                sign(new FormatSigner(List.of(), Optional.empty()), file, profile(SignatureForm.ASIC_E)), "a.asice");
        try (ZipFile zip = new ZipFile(signed.toFile())) {
            assertThat(zip.stream()).hasSize(4);
            try (InputStream content = zip.getInputStream(zip.getEntry("a.docx"))) {
                assertThat(content).hasSameContentAs(Files.newInputStream(file));
            }
        }
    }

    @Test
    void claimsStandInTheSignature() throws Exception {
        SignerClaims claims = new SignerClaims(
                Optional.empty(),
                Optional.of("Vilaprova"),
                Optional.of("secretària"),
                Optional.of(Commitment.APPROVAL),
                KnownPolicies.of("2.16.724.1.3.1.1.2.1.9"),
                Optional.empty());
        SignatureForm form = new SignatureForm(SignatureFormat.XADES, Packaging.ENVELOPED, SignatureFormat.XADES);
        SignedContent signed = sign(
                new FormatSigner(List.of(), Optional.empty()),
                text("a.xml", "<acta/>"),
                profile(Optional.of(form), claims));
        assertThat(signed.file())
                .content(StandardCharsets.UTF_8)
                .contains(
                        ">Vilaprova<",
                        ">secretària<",
                        "http://uri.etsi.org/01903/v1.2.2#ProofOfApproval",
                        "urn:oid:2.16.724.1.3.1.1.2.1.9",
                        ">G7roucf600+f03r/o0bAOQ6WAs0=<",
                        ">https://sede.administracion.gob.es/politica_de_firma_anexo_1.pdf<");
    }

    @ParameterizedTest
    @CsvSource({"XADES", "CADES", "JADES", "ASIC_S", "ASIC_E"})
    void onlyAPdfHasAReasonInWords(SignatureFormat format) throws Exception {
        SignerClaims claims = new SignerClaims(
                Optional.of("perquè sí"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(refusal(text("a.xml", "<acta/>"), profile(Optional.of(SignatureForm.of(format)), claims)))
                .isEqualTo(new OptionsApart("--reason", "--format " + format.word()));
    }

    /** EN 319 142-1: a PDF with both has no level. */
    @Test
    void aReasonAndAPolicyGoApart() throws Exception {
        SignerClaims claims = new SignerClaims(
                Optional.of("Aprovo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                KnownPolicies.of("2.16.724.1.3.1.1.2.1.9"),
                Optional.empty());
        Path pdf = TestPdf.pages(folder.resolve("a.pdf"), 1);
        assertThat(refusal(pdf, profile(Optional.empty(), claims)))
                .isEqualTo(new OptionsApart("--reason", "--signature-policy"));
    }

    @Test
    void whatOnlyAPdfCanSayMakesTheDocumentTheCauseWhereNobodyNamedAFormat() throws Exception {
        SignerClaims claims = new SignerClaims(
                Optional.of("Aprovo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Path text = text("a.txt", "Acord");
        assertThat(refusal(text, profile(Optional.empty(), claims))).isEqualTo(new DocumentNotPdf(text));
    }

    /** An authority that nobody reaches. */
    private static final class Silent implements TimestampAuthority {
        @Override
        public URI address() {
            return NOWHERE;
        }

        @Override
        public byte[] token(Digest imprint) throws ProblemException {
            throw new ProblemException(new TsaUnreachable(NOWHERE));
        }
    }

    private interface Attempt {
        void run() throws ProblemException, IOException;
    }

    private static Problem problem(Attempt attempt) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, attempt::run);
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private SignatureForm prepared(Path file, Optional<SignatureForm> form) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new FormatSigner(List.of(), Optional.empty())
                    .prepare(document, key.credential(), profile(form, SignerClaims.NONE))
                    .form();
        }
    }

    private Problem refusal(Path file, SignatureFormat format, Packaging packaging) {
        return refusal(file, profile(form(format, packaging)));
    }

    private Problem refusal(Path file, SignatureProfile profile) {
        Problem problem = problem(() -> sign(new FormatSigner(List.of(), Optional.empty()), file, profile));
        assertThat(key.signed()).isLessThanOrEqualTo(1);
        return problem;
    }

    private static SignatureForm form(SignatureFormat format, Packaging packaging) {
        return new SignatureForm(format, packaging, SignatureForm.of(format).inside());
    }

    private static SignatureProfile profile(SignatureForm form) {
        return profile(Optional.of(form), SignerClaims.NONE);
    }

    private static SignatureProfile profile(Optional<SignatureForm> form, SignerClaims claims) {
        return new SignatureProfile(
                form, SignatureLevel.B, false, DigestAlgorithm.SHA256, false, claims, Optional.empty());
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path sign(Path file, SignatureFormat format, Packaging packaging) throws Exception {
        return kept(
                sign(new FormatSigner(List.of(), Optional.empty()), file, profile(form(format, packaging))), "once");
    }

    private Path kept(SignedContent signed, String name) throws IOException {
        return Files.copy(signed.file(), folder.resolve(name));
    }

    private SignedContent sign(FormatSigner signer, Path file, SignatureProfile profile)
            throws ProblemException, IOException {
        WorkFolder work = WorkFolder.create(folder.resolve("home"));
        try (DocumentFile document = DocumentFile.read(file, work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            PreparedDocument prepared = signer.prepare(document, key.credential(), profile);
            return signer.complete(prepared, open.sign(prepared.digest()), work);
        }
    }

    @Test
    void refusesLevelsThatNobodyRaisesTo() throws Exception {
        Path file = text("a.xml", "<acta/>");
        SignatureProfile profile = SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.LT);
        assertThat(problem(() -> sign(new FormatSigner(List.of(new Silent()), Optional.empty()), file, profile)))
                .isEqualTo(new LevelUnsupported("LT", List.of("B", "T")));
    }
}
