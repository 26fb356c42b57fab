// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.Signing;
import cat.segell.fixture.TestForm;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.signature.Certification;
import cat.segell.signature.Commitment;
import cat.segell.signature.KnownPolicies;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.ClaimText;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.detail.ClaimDetail;
import cat.segell.validation.detail.ClaimDetail.Changes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What signers say beside their signatures is told as they said it. */
class SignerClaimFactsTest {

    private static final TestPki PKI = TestPki.create();
    private static final IssuedKey SIGNER = PKI.signer(KeyKind.P256);
    private static final String AGE = "2.16.724.1.3.1.1.2.1.9";

    @TempDir
    private Path folder;

    private ValidationReport signed(Path file, SignatureForm form, SignerClaims claims) throws Exception {
        SignatureProfile profile = new SignatureProfile(
                Optional.of(form), SignatureLevel.B, false, DigestAlgorithm.SHA256, false, claims, Optional.empty());
        Path signed = Signing.sign(folder, file, SIGNER, profile, List.of());
        return new SigningDesk(folder).validate(signed, new TrustAnchors(List.of(PKI.certificate()), false));
    }

    private static ClaimDetail claims(ValidationReport report) {
        return report.signatures().getFirst().detail().claims();
    }

    @ParameterizedTest
    @CsvSource({
        "XADES,ENVELOPED,XADES",
        "XADES,ENVELOPING,XADES",
        "CADES,ATTACHED,CADES",
        "JADES,ATTACHED,JADES",
        "ASIC_E,DETACHED,XADES",
        "ASIC_E,DETACHED,CADES",
        "PADES,ENVELOPED,PADES"
    })
    void inEveryFormat(SignatureFormat format, Packaging packaging, SignatureFormat inside) throws Exception {
        SignerClaims said = new SignerClaims(
                Optional.empty(),
                Optional.of("Vilaprova"),
                Optional.of("secretària"),
                Optional.of(Commitment.APPROVAL),
                KnownPolicies.of(AGE),
                Optional.empty());
        Path file = format == SignatureFormat.PADES
                ? TestPdf.pages(folder.resolve("a.pdf"), 1)
                : Files.writeString(folder.resolve("a.xml"), "<acta/>");
        ValidationReport report = signed(file, new SignatureForm(format, packaging, inside), said);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        ClaimDetail told = claims(report);
        assertThat(told.location()).contains("Vilaprova");
        assertThat(told.roles().words()).containsExactly("secretària");
        assertThat(told.commitments().words()).containsExactly("approval");
        assertThat(told.policy()).contains(AGE);
        assertThat(told.certifies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAPdfIsCertifiedFor(Certification certification) throws Exception {
        SignerClaims said = new SignerClaims(
                Optional.of("Aprovo"),
                Optional.of("Vic"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(certification));
        ClaimDetail told = claims(signed(TestPdf.pages(folder.resolve("a.pdf"), 1), SignatureForm.PADES, said));
        assertThat(told.reason()).contains("Aprovo");
        assertThat(told.location()).contains("Vic");
        assertThat(told.certifies()).contains(Changes.valueOf(certification.name()));
    }

    /** As our rule on later changes has it: by the document, not by what a signature says of itself (ISO 32000-2 §12.8.6). */
    @Test
    void aDocumentThatNamesNoCertifyingSignatureIsNotCertified() throws Exception {
        Path file = TestPdf.certifiedForForms(folder.resolve("a.pdf"), PKI.signer(KeyKind.P256));
        TrustAnchors anchors = new TrustAnchors(List.of(PKI.certificate()), false);
        assertThat(claims(new SigningDesk(folder).validate(file, anchors)).certifies())
                .contains(Changes.FORMS);
        String named = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(named).containsOnlyOnce("/Perms");
        Files.writeString(file, named.replace("/Perms", "/Permx"), StandardCharsets.ISO_8859_1);
        assertThat(claims(new SigningDesk(folder).validate(file, anchors)).certifies())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatASignatureStandsForHasWords(Commitment commitment) throws Exception {
        SignerClaims said = new SignerClaims(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(commitment),
                Optional.empty(),
                Optional.empty());
        ClaimDetail told = claims(signed(TestPdf.pages(folder.resolve("a.pdf"), 1), SignatureForm.PADES, said));
        assertThat(told.commitments().words()).containsExactly(commitment.word());
        for (Language language : Language.values()) {
            assertThat(ClaimText.of(told, language))
                    .singleElement()
                    .satisfies(line -> assertThat(line.value())
                            .isNotEqualTo(commitment.word())
                            .isNotBlank());
        }
    }

    /** Nor is a pair of surrogates cut in two. */
    @Test
    void nobodyBuriesAVerdictUnderWords() throws Exception {
        SignerClaims said = new SignerClaims(
                Optional.of("a" + "\uD83D\uDD8B".repeat(5000)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ClaimDetail told = claims(signed(TestPdf.pages(folder.resolve("a.pdf"), 1), SignatureForm.PADES, said));
        assertThat(told.reason().orElseThrow())
                .isEqualTo("a" + "\uD83D\uDD8B".repeat(149) + "…")
                .hasSize(300);
        assertThat(told.shortened()).isTrue();
    }

    @Test
    void theFieldsThatWaitAreToldOfAnUnsignedFormToo() throws Exception {
        Path form = TestForm.waiting(folder.resolve("form.pdf"), "Alcaldia", "Secretaria");
        ValidationReport unsigned =
                new SigningDesk(folder).validate(form, new TrustAnchors(List.of(PKI.certificate()), false));
        assertThat(unsigned.waitingFields().words()).containsExactly("Alcaldia", "Secretaria");
    }
}
