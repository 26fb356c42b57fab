// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.segell.credential.OpenCredential;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.ForeignSigner;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.DocumentProblem.DigestDiffers;
import cat.segell.problem.DocumentProblem.SignatureUnmatched;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Packaging;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A digest in place of a document that isn't there: what is signed so holds for the document, and for no other. */
class SuppliedDigestTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    private Path folder;

    private static SignatureForm detached(SignatureFormat format) {
        return new SignatureForm(format, Packaging.DETACHED, format);
    }

    private static byte[] content() {
        return "Acord de Ple".getBytes(StandardCharsets.UTF_8);
    }

    private Path sign(IssuedKey by, Digest digest, SignatureProfile profile, List<TimestampAuthority> authorities)
            throws Exception {
        FormatSigner signer = new FormatSigner(authorities, Optional.empty());
        KeyInMemory key = new KeyInMemory(by);
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.ofDigest(folder.resolve("acta.txt"), digest, work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            PreparedDocument prepared = signer.prepare(document, key.credential(), profile);
            SignedContent signed = signer.complete(prepared, open.sign(prepared.digest()), work);
            assertThat(signed.level()).isEqualTo(profile.level());
            document.guardUnchanged();
            return Files.copy(
                    signed.file(),
                    folder.resolve("acta.txt" + prepared.form().ending().text()));
        }
    }

    private ValidationReport report(Path signature) throws Exception {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile file = DocumentFile.read(signature, work)) {
            return new DssValidator()
                    .validate(file, OriginalDocument.beside(file), new TrustAnchors(List.of(PKI.certificate()), false));
        }
    }

    private Problem refusal(SignatureForm form, SignatureLevel level) {
        SignatureProfile profile = Profiles.with(form, level, DigestAlgorithm.SHA256, false);
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> sign(PKI.signer(KeyKind.P256), DigestAlgorithm.SHA256.of(content()), profile, List.of()))
                .problem();
    }

    @ParameterizedTest
    @CsvSource({
        "CADES,RSA_2048,SHA256",
        "CADES,P256,SHA384",
        "CADES,RSA_2048,SHA512",
        "XADES,RSA_2048,SHA256",
        "XADES,P256,SHA384",
        "XADES,RSA_2048,SHA512",
        "JADES,RSA_2048,SHA256",
        "JADES,P256,SHA256",
        "JADES,RSA_2048,SHA512"
    })
    void holdsForItsDocumentAndNoOther(SignatureFormat format, KeyKind kind, DigestAlgorithm algorithm)
            throws Exception {
        SignatureProfile profile = Profiles.with(detached(format), SignatureLevel.B, algorithm, false);
        Path signature = sign(PKI.signer(kind), algorithm.of(content()), profile, List.of());
        Path document = Files.write(folder.resolve("acta.txt"), content());
        assertThat(report(signature).verdict()).isEqualTo(Verdict.VALID);
        OtherSoftware.Answer other = others(format, signature, document);
        assertThat(other.accepts()).as(other.words()).isTrue();
        Files.writeString(document, "Acord de ple");
        assertThat(report(signature).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(others(format, signature, document).accepts()).isFalse();
    }

    private OtherSoftware.Answer others(SignatureFormat format, Path signature, Path document) {
        Path anchor = IssuedKey.writePem(folder.resolve("anchor.pem"), PKI.certificate());
        return switch (format) {
            case CADES -> OtherSoftware.opensslDetached(signature, anchor, document);
            case JADES -> OtherSoftware.jwcrypto(signature, List.of(document));
            default -> OtherSoftware.xmlsec(signature, anchor, folder);
        };
    }

    @ParameterizedTest
    @CsvSource({"CADES", "XADES", "JADES"})
    void isTimeStampedLikeAnyOther(SignatureFormat format) throws Exception {
        try (TestTsa tsa = TestTsa.start(PKI);
                TimestampHttp authority = new TimestampHttp(tsa.address(), true)) {
            SignatureProfile profile = Profiles.with(detached(format), SignatureLevel.T, DigestAlgorithm.SHA256, false);
            Path signature =
                    sign(PKI.signer(KeyKind.P256), DigestAlgorithm.SHA256.of(content()), profile, List.of(authority));
            Files.write(folder.resolve("acta.txt"), content());
            assertThat(report(signature).verdict()).isEqualTo(Verdict.VALID);
            assertThat(report(signature).signatures().getFirst().level()).contains("T");
        }
    }

    /** RFC 7797 §3: the payload is taken alike by all signatures of a JWS, or other software refuses it. */
    @ParameterizedTest
    @CsvSource({"CADES", "JADES"})
    void isSignedOnceMoreByAnother(SignatureFormat format) throws Exception {
        SignatureProfile profile = Profiles.with(detached(format), SignatureLevel.B, DigestAlgorithm.SHA256, false);
        Path once = sign(PKI.signer(KeyKind.P256), DigestAlgorithm.SHA256.of(content()), profile, List.of());
        Path document = Files.write(folder.resolve("acta.txt"), content());
        Path twice = signBeside(once, profile);
        assertThat(report(twice).verdict()).isEqualTo(Verdict.VALID);
        assertThat(report(twice).signatures()).hasSize(2);
        OtherSoftware.Answer other = others(format, twice, document);
        assertThat(other.accepts()).as(other.words()).isTrue();
        if (format == SignatureFormat.JADES) {
            OtherSoftware.Answer whole = OtherSoftware.jwcryptoWhole(twice);
            assertThat(whole.accepts()).as(whole.words()).isTrue();
        }
        Files.writeString(document, "Acord de ple");
        assertThat(report(twice).verdict()).isEqualTo(Verdict.INVALID);
        assertThat(others(format, twice, document).accepts()).isFalse();
    }

    private Path signBeside(Path once, SignatureProfile profile) throws Exception {
        FormatSigner signer = new FormatSigner(List.of(), Optional.empty());
        KeyInMemory key = new KeyInMemory(PKI.signer(KeyKind.RSA_2048));
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(once, work);
                OpenCredential open = key.open(key.credential(), KeyInMemory.rightPin())) {
            PreparedDocument prepared = signer.prepare(document, key.credential(), profile);
            SignedContent signed = signer.complete(prepared, open.sign(prepared.digest()), work);
            return Files.write(once, Files.readAllBytes(signed.file()));
        }
    }

    @Test
    void besideAPayloadThatIsTakenInAnotherWayNoneIsMade() throws Exception {
        IssuedKey other = PKI.signer(KeyKind.P256);
        Path document = Files.write(folder.resolve("acta.txt"), content());
        Path unencoded = new ForeignSigner(folder, other).jwcrypto(document, "ES256", "unencoded");
        SignatureProfile profile = SignatureProfile.of(SignatureForm.of(SignatureFormat.JADES), SignatureLevel.B);
        assertThat(catchThrowableOfType(ProblemException.class, () -> signBeside(unencoded, profile))
                        .problem())
                .isEqualTo(new SignatureUnmatched(unencoded));
    }

    @Test
    void theDocumentMayBeThereIfItIsTheOne() throws Exception {
        Path document = Files.write(folder.resolve("acta.txt"), content());
        SignatureProfile profile =
                Profiles.with(detached(SignatureFormat.CADES), SignatureLevel.B, DigestAlgorithm.SHA256, false);
        Path signature = sign(PKI.signer(KeyKind.P256), DigestAlgorithm.SHA256.of(content()), profile, List.of());
        assertThat(report(signature).verdict()).isEqualTo(Verdict.VALID);
        Files.writeString(document, "Un altre");
        assertThat(refusal(detached(SignatureFormat.CADES), SignatureLevel.B))
                .isEqualTo(new DigestDiffers(
                        document,
                        DigestAlgorithm.SHA256.of(Files.readAllBytes(document)).toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "CADES,ATTACHED,CADES",
        "XADES,ENVELOPING,XADES",
        "XADES,ENVELOPED,XADES",
        "JADES,ATTACHED,JADES",
        "ASIC_S,DETACHED,CADES",
        "ASIC_E,DETACHED,XADES",
        "PADES,ENVELOPED,PADES"
    })
    void whatHoldsTheDocumentNeedsIt(SignatureFormat format, Packaging packaging, SignatureFormat inside) {
        assertThat(refusal(new SignatureForm(format, packaging, inside), SignatureLevel.B))
                .isEqualTo(new OptionsApart(
                        "--supplied-digest", "--format " + format.word() + " --packaging " + packaging.word()));
    }

    @ParameterizedTest
    @CsvSource({"LT", "LTA"})
    void evidenceIsAddedOnceTheDocumentIsThere(SignatureLevel level) {
        assertThat(refusal(detached(SignatureFormat.CADES), level))
                .isEqualTo(new OptionsApart("--supplied-digest", "--level " + level));
    }
}
