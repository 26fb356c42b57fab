// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.credential.OpenCredential;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.ForeignSigner;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Fault;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.fixture.TestTsa;
import cat.segell.network.Proxies;
import cat.segell.problem.DocumentProblem.CounterSignatureSealed;
import cat.segell.problem.DocumentProblem.DocumentNotPdf;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.DocumentProblem.EvidenceUntrusted;
import cat.segell.problem.DocumentProblem.LevelReached;
import cat.segell.problem.DocumentProblem.OriginalMissing;
import cat.segell.problem.DocumentProblem.SignatureCompact;
import cat.segell.problem.DocumentProblem.SignatureNoLevel;
import cat.segell.problem.DocumentProblem.SignatureUnfit;
import cat.segell.problem.DocumentProblem.SignatureUnreadable;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.EvidenceMissing;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.Packaging;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.dss.DssValidator;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From any level to a higher one, and never to one that isn't there. */
class FormatExtenderTest {

    private static final TestPki PKI = TestPki.create();
    private static final TrustAnchors TRUST = new TrustAnchors(List.of(PKI.certificate()), false);

    private final TestStatusService service = TestStatusService.start(PKI);
    private final TestTsa tsa = TestTsa.start(PKI);
    private final StatusHttp issuers =
            new StatusHttp(true, Proxies.none(), InstantSource.system(), Duration.ofSeconds(30));
    private final IssuedKey signer = PKI.issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.P256), Place.OCSP));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        issuers.close();
        tsa.close();
        service.close();
    }

    private List<TimestampAuthority> stamps() {
        return List.of(new TimestampHttp(tsa.address(), true));
    }

    private Path signed(SignatureLevel level) throws Exception {
        PadesSigner pades = new PadesSigner(stamps());
        KeyInMemory key = new KeyInMemory(signer);
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(TestPdf.withForm(folder.resolve("a.pdf")), work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            PreparedDocument prepared = pades.prepare(document, key.credential(), SignatureProfile.pades(level));
            return kept(pades.complete(prepared, open.sign(prepared.digest()), work));
        }
    }

    private Path kept(SignedContent content) throws Exception {
        Path kept = Files.createTempFile(folder, "kept-", ".pdf");
        return Files.write(kept, Files.readAllBytes(content.file()));
    }

    /** How one extension ended. */
    private record Extended(Path file, SignatureLevel level, Optional<Problem> missed) {}

    private Extended extend(Path file, SignatureLevel level, FormatExtender extender) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            SignedContent content = extender.extend(document, OriginalDocument.beside(document), level, work);
            return new Extended(kept(content), content.level(), content.missed());
        }
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private FormatExtender extender() {
        return new FormatExtender(stamps(), TRUST, Optional.of(issuers));
    }

    private ValidationReport offline(Path file) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator().validate(document, OriginalDocument.beside(document), TRUST);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureLevel.class,
            names = {"LT", "LTA"})
    void fromBandTtoWhatCanBeCheckedWithoutTheIssuers(SignatureLevel level) throws Exception {
        for (SignatureLevel from : List.of(SignatureLevel.B, SignatureLevel.T)) {
            Path signed = signed(from);
            Extended extended = extend(signed, level, extender());
            assertThat(extended.level()).isEqualTo(level);
            assertThat(extended.missed()).isEmpty();
            byte[] before = Files.readAllBytes(signed);
            assertThat(Arrays.copyOf(Files.readAllBytes(extended.file()), before.length))
                    .isEqualTo(before);
            ValidationReport report = offline(extended.file());
            assertThat(report.verdict()).as(from + " " + report).isEqualTo(Verdict.VALID);
            assertThat(report.signatures()).hasSize(1);
            assertThat(report.signatures().getFirst().level()).hasValue(level.name());
            assertThat(report.signatures().getFirst().timestamped()).isTrue();
        }
    }

    @Test
    void fromBtoTneedsNoIssuer() throws Exception {
        service.fail(Place.OCSP, Fault.DOWN);
        Extended extended = extend(
                signed(SignatureLevel.B), SignatureLevel.T, new FormatExtender(stamps(), TRUST, Optional.empty()));
        assertThat(extended.level()).isEqualTo(SignatureLevel.T);
        assertThat(offline(extended.file()).signatures().getFirst().timestamped())
                .isTrue();
    }

    @Test
    void anArchiveTimestampIsAddedToWhatHasOne() throws Exception {
        Path sealed =
                extend(signed(SignatureLevel.T), SignatureLevel.LTA, extender()).file();
        Extended again = extend(sealed, SignatureLevel.LTA, extender());
        assertThat(Files.size(again.file())).isGreaterThan(Files.size(sealed));
        assertThat(offline(again.file()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void whatIsThereAlreadyIsSaid() throws Exception {
        Path signed = signed(SignatureLevel.T);
        assertThat(problem(() -> extend(signed, SignatureLevel.T, extender())))
                .isEqualTo(new LevelReached(signed, "T"));
    }

    @Test
    void withoutTheIssuersAnswerItStaysAtT() throws Exception {
        service.fail(Place.OCSP, Fault.DOWN);
        Extended extended = extend(signed(SignatureLevel.B), SignatureLevel.LTA, extender());
        assertThat(extended.level()).isEqualTo(SignatureLevel.T);
        assertThat(extended.missed())
                .contains(new EvidenceMissing(service.address(Place.OCSP).toString()));
        Path stamped = signed(SignatureLevel.T);
        assertThat(problem(() -> extend(stamped, SignatureLevel.LT, extender())))
                .isInstanceOf(EvidenceMissing.class);
    }

    @Test
    void withoutATimestampAnArchiveStaysAtLt() throws Exception {
        Path signed = signed(SignatureLevel.T);
        tsa.answer(TestTsa.Fault.DOWN);
        Extended extended = extend(signed, SignatureLevel.LTA, extender());
        assertThat(extended.level()).isEqualTo(SignatureLevel.LT);
        assertThat(extended.missed()).contains(new TsaUnreachable(tsa.address()));
        assertThat(offline(extended.file()).signatures().getFirst().level()).hasValue("LT");
    }

    @Test
    void withoutAnAuthorityThereIsNoTimestamp() throws Exception {
        Path signed = signed(SignatureLevel.B);
        FormatExtender none = new FormatExtender(List.of(), TRUST, Optional.of(issuers));
        assertThat(problem(() -> extend(signed, SignatureLevel.LTA, none))).isEqualTo(new TsaNone());
    }

    @Test
    void ofAnAuthorityThatIsNotBelievedNoEvidenceIsGathered() throws Exception {
        Path signed = signed(SignatureLevel.T);
        FormatExtender stranger = new FormatExtender(stamps(), TrustAnchors.NONE, Optional.of(issuers));
        assertThat(problem(() -> extend(signed, SignatureLevel.LT, stranger))).isEqualTo(new EvidenceUntrusted(signed));
        assertThat(service.requests(Place.OCSP)).isZero();
    }

    @Test
    void aRevokedSignersIsRefused() throws Exception {
        Path signed = signed(SignatureLevel.B);
        service.revoke(signer.certificate(), Instant.now().minus(Duration.ofDays(3)), 1);
        assertThat(problem(() -> extend(signed, SignatureLevel.LT, extender()))).isEqualTo(new SignatureUnfit(signed));
    }

    /** As many programs sign: good, and of no profile that has levels. */
    @Test
    void aSignatureOfNoProfileIsRefusedWithoutAskingAnybody() throws Exception {
        Path signed = new ForeignSigner(folder, signer).openPdf(TestPdf.pages(folder.resolve("plain.pdf"), 1));
        int stamped = tsa.requests();
        assertThat(problem(() -> extend(signed, SignatureLevel.T, extender()))).isEqualTo(new SignatureNoLevel(signed));
        assertThat(problem(() -> extend(signed, SignatureLevel.LTA, extender())))
                .isEqualTo(new SignatureNoLevel(signed));
        assertThat(tsa.requests()).isEqualTo(stamped);
    }

    @Test
    void aChangedDocumentIsRefused() throws Exception {
        Path signed = signed(SignatureLevel.T);
        Path changed = folder.resolve("changed.pdf");
        try (PDDocument document = Loader.loadPDF(signed.toFile());
                OutputStream out = Files.newOutputStream(changed)) {
            document.getDocumentInformation().setTitle("Another title");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        assertThat(problem(() -> extend(changed, SignatureLevel.LT, extender())))
                .isEqualTo(new SignatureUnfit(changed));
    }

    @Test
    void whatIsNoPdfIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("deed.pdf"), "<deed/>");
        assertThat(problem(() -> extend(text, SignatureLevel.T, extender()))).isEqualTo(new DocumentNotPdf(text));
    }

    @Test
    void whatIsNoSignedFileIsSaidToBeNone() throws Exception {
        Path xml = Files.writeString(folder.resolve("deed.xml"), "<deed/>");
        assertThat(problem(() -> extend(xml, SignatureLevel.T, extender()))).isEqualTo(new DocumentUnsigned(xml));
        Path text = Files.writeString(folder.resolve("deed.txt"), "deed");
        assertThat(problem(() -> extend(text, SignatureLevel.T, extender()))).isEqualTo(new SignatureUnreadable(text));
    }

    @Test
    void aCompactJwsHasNoPlaceForMore() throws Exception {
        Path compact = new ForeignSigner(folder, signer)
                .jwcrypto(Files.writeString(folder.resolve("deed.txt"), "deed"), "ES256", "compact");
        Problem told = new SignatureCompact(compact);
        assertThat(problem(() -> extend(compact, SignatureLevel.T, extender()))).isEqualTo(told);
        SignatureProfile beside = SignatureProfile.of(SignatureForm.of(SignatureFormat.JADES), SignatureLevel.B);
        assertThat(problem(() -> made(compact, beside, Optional.empty()))).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureFormat.class,
            names = {"XADES", "CADES", "JADES"})
    void aSignatureOfADigestIsRaisedOnceItsDocumentIsThere(SignatureFormat format) throws Exception {
        Path file = folder.resolve("acta.txt");
        SignatureProfile profile =
                SignatureProfile.of(new SignatureForm(format, Packaging.DETACHED, format), SignatureLevel.T);
        KeyInMemory key = new KeyInMemory(signer);
        Path signed;
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.ofDigest(file, DigestAlgorithm.SHA256.of(new byte[] {1}), work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            FormatSigner formats = new FormatSigner(stamps(), Optional.empty());
            PreparedDocument prepared = formats.prepare(document, key.credential(), profile);
            signed = Files.copy(
                    formats.complete(prepared, open.sign(prepared.digest()), work)
                            .file(),
                    folder.resolve("acta.txt" + prepared.form().ending().text()));
        }
        assertThat(problem(() -> extend(signed, SignatureLevel.LT, extender()))).isEqualTo(new OriginalMissing(signed));
        Files.write(file, new byte[] {1});
        Extended extended = extend(signed, SignatureLevel.LT, extender());
        assertThat(extended.level()).isEqualTo(SignatureLevel.LT);
        Files.copy(extended.file(), signed, StandardCopyOption.REPLACE_EXISTING);
        assertHolds(signed, SignatureLevel.LT);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureFormat.class,
            names = {"XADES", "CADES", "JADES", "ASIC_E"})
    void whatAnArchiveTimestampIsOverIsNotCounterSigned(SignatureFormat format) throws Exception {
        SignatureForm form = SignatureForm.of(format);
        Path sealed = made(xml(), SignatureProfile.of(form, SignatureLevel.LTA), Optional.of(extender()))
                .file();
        SignatureProfile counter = SignatureProfile.of(form, SignatureLevel.B).counterSigning(1);
        assertThat(problem(() -> made(sealed, counter, Optional.empty())))
                .isEqualTo(new CounterSignatureSealed(sealed, 1));
    }

    @Test
    void anUnsignedOneIsSaidToBe() throws Exception {
        Path plain = TestPdf.withForm(folder.resolve("plain.pdf"));
        assertThat(problem(() -> extend(plain, SignatureLevel.LT, extender()))).isEqualTo(new DocumentUnsigned(plain));
    }

    private static Stream<SignatureForm> otherForms() {
        List<SignatureForm> forms = new ArrayList<>();
        for (Packaging packaging : List.of(Packaging.ENVELOPED, Packaging.ENVELOPING, Packaging.DETACHED)) {
            forms.add(new SignatureForm(SignatureFormat.XADES, packaging, SignatureFormat.XADES));
        }
        for (SignatureFormat format : List.of(SignatureFormat.CADES, SignatureFormat.JADES)) {
            forms.add(new SignatureForm(format, Packaging.ATTACHED, format));
            forms.add(new SignatureForm(format, Packaging.DETACHED, format));
        }
        for (SignatureFormat format : List.of(SignatureFormat.ASIC_S, SignatureFormat.ASIC_E)) {
            forms.add(new SignatureForm(format, Packaging.DETACHED, SignatureFormat.XADES));
            forms.add(new SignatureForm(format, Packaging.DETACHED, SignatureFormat.CADES));
        }
        return forms.stream();
    }

    private Path xml() throws Exception {
        return Files.writeString(folder.resolve("acta.xml"), "<acta><acord>Aprovat</acord></acta>");
    }

    private record Made(Path file, SignatureLevel level, Optional<Problem> missed) {}

    /** Beside the document, as it would lie there. */
    private Made made(Path source, SignatureProfile profile, Optional<FormatExtender> extender) throws Exception {
        return made(source, profile, extender, signer);
    }

    private Made made(Path source, SignatureProfile profile, Optional<FormatExtender> extender, IssuedKey by)
            throws Exception {
        Signer formats = new FormatSigner(stamps(), extender.map(raises -> raises));
        KeyInMemory key = new KeyInMemory(by);
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            PreparedDocument prepared = formats.prepare(document, key.credential(), profile);
            SignedContent content = formats.complete(prepared, open.sign(prepared.digest()), work);
            OutputName name = OutputName.signed(
                    source, Path.of(String.valueOf(source.getFileName())), Optional.empty(), prepared.ending());
            return new Made(OutputFile.put(content.file(), name).file(), content.level(), content.missed());
        }
    }

    private void assertHolds(Path file, SignatureLevel level) throws Exception {
        ValidationReport report = offline(file);
        // Without evidence inside, and without asking, nothing is known of a revocation.
        Verdict verdict = level == SignatureLevel.T ? Verdict.INDETERMINATE : Verdict.VALID;
        assertThat(report.verdict()).as(report.toString()).isEqualTo(verdict);
        assertThat(report.signatures()).allSatisfy(signature -> {
            assertThat(signature.level()).hasValue(level.name());
            assertThat(signature.timestamped()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void everyFormatGoesUpStepByStep(SignatureForm form) throws Exception {
        Path signed = made(xml(), SignatureProfile.of(form, SignatureLevel.B), Optional.empty())
                .file();
        for (SignatureLevel level : List.of(SignatureLevel.T, SignatureLevel.LT, SignatureLevel.LTA)) {
            Extended extended = extend(signed, level, extender());
            assertThat(extended.level()).isEqualTo(level);
            OutputName name = OutputName.extended(
                    signed, Path.of(String.valueOf(signed.getFileName())), Optional.empty(), level.name());
            signed = OutputFile.put(extended.file(), name).file();
            assertHolds(signed, level);
        }
        assertHolds(extendedOnceMore(signed), SignatureLevel.LTA);
    }

    private Path extendedOnceMore(Path sealed) throws Exception {
        OutputName name =
                OutputName.extended(sealed, Path.of(String.valueOf(sealed.getFileName())), Optional.empty(), "LTA");
        return OutputFile.put(extend(sealed, SignatureLevel.LTA, extender()).file(), name)
                .file();
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void everyFormatIsSignedAtTheHighestLevels(SignatureForm form) throws Exception {
        for (SignatureLevel level : List.of(SignatureLevel.LT, SignatureLevel.LTA)) {
            Made made = made(xml(), SignatureProfile.of(form, level), Optional.of(extender()));
            assertThat(made.missed()).isEmpty();
            assertThat(made.level()).isEqualTo(level);
            assertHolds(made.file(), level);
        }
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void whatCannotBeRaisedStaysSigned(SignatureForm form) throws Exception {
        service.fail(Place.OCSP, Fault.DOWN);
        Made made = made(xml(), SignatureProfile.of(form, SignatureLevel.LTA), Optional.of(extender()));
        assertThat(made.level()).isEqualTo(SignatureLevel.T);
        assertThat(made.missed()).get().isInstanceOf(EvidenceMissing.class);
        service.fail(Place.OCSP, Fault.NONE);
        assertThat(offline(made.file()).signatures().getFirst().level()).hasValue("T");
    }

    @Test
    void problemsNameTheDocumentAndNotTheWorkFolder() throws Exception {
        FormatExtender stranger = new FormatExtender(stamps(), TrustAnchors.NONE, Optional.of(issuers));
        Path document = xml();
        Made made = made(document, SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.LT), Optional.of(stranger));
        assertThat(made.missed()).contains(new EvidenceUntrusted(document));
    }

    @Test
    void whereTheLevelIsRequiredAnUnknownAuthorityIsToldBeforeTheKeyIsUsed() throws Exception {
        FormatExtender stranger = new FormatExtender(stamps(), TrustAnchors.NONE, Optional.of(issuers));
        Signer formats = new FormatSigner(stamps(), Optional.of(stranger));
        SignatureProfile required = Profiles.required(SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.LT));
        Path source = xml();
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            assertThat(problem(() -> formats.prepare(document, new KeyInMemory(signer).credential(), required)))
                    .isEqualTo(new EvidenceUntrusted(source));
        }
    }

    @Test
    void whereTheLevelIsRequiredASignatureOfNoProfileIsToldBeforeTheKeyIsUsed() throws Exception {
        Path source = new ForeignSigner(folder, signer).openPdf(TestPdf.pages(folder.resolve("plain.pdf"), 1));
        Signer formats = new FormatSigner(stamps(), Optional.of(extender()));
        SignatureProfile required = Profiles.required(SignatureProfile.pades(SignatureLevel.LT));
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(source, work)) {
            assertThat(problem(() -> formats.prepare(document, new KeyInMemory(signer).credential(), required)))
                    .isEqualTo(new SignatureNoLevel(source));
        }
        assertThat(tsa.requests()).isZero();
    }

    @Test
    void whereTheLevelIsRequiredAnotherPersonSignsAPdfThatHasIt() throws Exception {
        SignatureProfile required = Profiles.required(SignatureProfile.pades(SignatureLevel.LT));
        Path plain = TestPdf.pages(folder.resolve("plain.pdf"), 1);
        Path once = made(plain, required, Optional.of(extender())).file();
        IssuedKey other = PKI.issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.RSA_2048), Place.OCSP));
        Made twice = made(once, required, Optional.of(extender()), other);
        assertThat(twice.level()).isEqualTo(SignatureLevel.LT);
    }

    @Test
    void whereTheLevelIsRequiredNothingIsSignedWithoutIt() throws Exception {
        service.fail(Place.OCSP, Fault.DOWN);
        SignatureProfile required = Profiles.required(SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.LT));
        assertThat(problem(() -> made(xml(), required, Optional.of(extender()))))
                .isInstanceOf(EvidenceMissing.class);
    }

    @Test
    void aSignatureWithoutItsDocumentIsNotRaised() throws Exception {
        Path document = xml();
        SignatureForm apart = new SignatureForm(SignatureFormat.XADES, Packaging.DETACHED, SignatureFormat.XADES);
        Path signed = made(document, SignatureProfile.of(apart, SignatureLevel.B), Optional.empty())
                .file();
        Files.delete(document);
        assertThat(problem(() -> extend(signed, SignatureLevel.T, extender()))).isEqualTo(new OriginalMissing(signed));
        Files.writeString(document, "<acta><acord>Denegat</acord></acta>");
        assertThat(problem(() -> extend(signed, SignatureLevel.T, extender()))).isEqualTo(new SignatureUnfit(signed));
    }

    @Test
    void anOlderSignatureIsRaisedWithTheNewOne() throws Exception {
        Path once = made(xml(), SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.B), Optional.empty())
                .file();
        Made twice = made(once, SignatureProfile.of(SignatureForm.ASIC_E, SignatureLevel.LTA), Optional.of(extender()));
        assertThat(twice.level()).isEqualTo(SignatureLevel.LTA);
        assertThat(offline(twice.file()).signatures()).hasSize(2);
        assertHolds(twice.file(), SignatureLevel.LTA);
    }
}
