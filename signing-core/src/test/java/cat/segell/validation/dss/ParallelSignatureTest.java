// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OtherSoftware;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another person's signature beside the first, of the same document. */
class ParallelSignatureTest extends AtDesk {

    private static final IssuedKey OTHER = PKI.signer(KeyKind.RSA_2048);

    @ParameterizedTest
    @CsvSource({
        "XADES,ENVELOPED,XADES",
        "CADES,ATTACHED,CADES",
        "CADES,DETACHED,CADES",
        "JADES,ATTACHED,JADES",
        "JADES,DETACHED,JADES",
        "ASIC_S,DETACHED,XADES",
        "ASIC_S,DETACHED,CADES",
        "ASIC_E,DETACHED,XADES",
        "ASIC_E,DETACHED,CADES"
    })
    void eachFormatThatHasRoomHoldsBoth(SignatureFormat format, Packaging packaging, SignatureFormat inside)
            throws Exception {
        ValidationReport report = desk.validate(twice(new SignatureForm(format, packaging, inside)), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.signatures()).as(report.toString()).hasSize(2).noneMatch(SignatureReport::isCounterSignature);
        assertThat(report.signatures().stream()
                        .map(SignatureReport::certificateSha256)
                        .distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CADES", "JADES"})
    void neitherHoldsForAnotherDocument(SignatureFormat format) throws Exception {
        Path signed = twice(new SignatureForm(format, Packaging.DETACHED, format));
        Files.writeString(desk.file("acta.xml"), "<acta><punt>Dos</punt></acta>");
        assertThat(desk.validate(signed, TRUST).signatures())
                .hasSize(2)
                .allMatch(each -> each.verdict() == Verdict.INVALID);
    }

    /** By Bouncy Castle, which knows nothing of us. */
    @Test
    void otherSoftwareVerifiesBothInCms() throws Exception {
        Path signed = twice(new SignatureForm(SignatureFormat.CADES, Packaging.DETACHED, SignatureFormat.CADES));
        CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(Files.readAllBytes(desk.file("acta.xml"))), Files.readAllBytes(signed));
        List<IssuedKey> keys = List.of(SIGNER, OTHER);
        assertThat(cms.getSignerInfos().getSigners()).hasSize(2);
        for (IssuedKey key : keys) {
            SignerInformation made = cms.getSignerInfos().getSigners().stream()
                    .filter(each -> each.getSID()
                            .getSerialNumber()
                            .equals(key.certificate().getSerialNumber()))
                    .findFirst()
                    .orElseThrow();
            assertThat(made.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key.certificate())))
                    .isTrue();
        }
    }

    @Test
    void xmlsecVerifiesBoth() throws Exception {
        Path signed = twice(new SignatureForm(SignatureFormat.XADES, Packaging.ENVELOPED, SignatureFormat.XADES));
        for (int number = 1; number <= 2; number++) {
            agrees(OtherSoftware.xmlsec(signed, anchor(), folder, number));
        }
        Files.writeString(signed, Files.readString(signed).replace("<punt>Un", "<punt>Dos"));
        for (int number = 1; number <= 2; number++) {
            assertThat(OtherSoftware.xmlsec(signed, anchor(), folder, number).accepts())
                    .isFalse();
        }
    }

    @Test
    void opensslVerifiesBoth() throws Exception {
        Path attached = twice(new SignatureForm(SignatureFormat.CADES, Packaging.ATTACHED, SignatureFormat.CADES));
        agrees(OtherSoftware.openssl(attached, anchor(), desk.file("content")));
        assertThat(desk.file("content")).hasSameBinaryContentAs(desk.file("acta.xml"));
        Path detached = twice(new SignatureForm(SignatureFormat.CADES, Packaging.DETACHED, SignatureFormat.CADES));
        agrees(OtherSoftware.opensslDetached(detached, anchor(), desk.file("acta.xml")));
    }

    @Test
    void jwcryptoVerifiesBoth() throws Exception {
        agrees(OtherSoftware.jwcrypto(
                twice(new SignatureForm(SignatureFormat.JADES, Packaging.ATTACHED, SignatureFormat.JADES)), List.of()));
        agrees(OtherSoftware.jwcrypto(
                twice(new SignatureForm(SignatureFormat.JADES, Packaging.DETACHED, SignatureFormat.JADES)),
                List.of(desk.file("acta.xml"))));
    }

    private Path anchor() {
        return IssuedKey.writePem(desk.file("anchor.pem"), PKI.certificate());
    }

    private static void agrees(OtherSoftware.Answer other) {
        assertThat(other.accepts()).as(other.words()).isTrue();
    }

    /** The document is {@code acta.xml}. */
    private Path twice(SignatureForm form) throws Exception {
        Path document = Files.writeString(desk.file("acta.xml"), "<acta><punt>Un</punt></acta>");
        Path once = Files.move(
                desk.sign(document, SIGNER, form, SignatureLevel.B, List.of()),
                desk.file("acta.xml-signed.sig"),
                StandardCopyOption.REPLACE_EXISTING);
        return Files.move(
                desk.sign(once, OTHER, form, SignatureLevel.B, List.of()),
                desk.file("acta.xml-signed-2.sig"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
