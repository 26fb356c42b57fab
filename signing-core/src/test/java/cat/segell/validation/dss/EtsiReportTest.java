// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.PracticeMark;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.signature.XAdESCounterSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report of ETSI against ours: it is read alone, and must not say better. */
class EtsiReportTest extends AtDesk {

    private Path signed() throws Exception {
        return desk.sign(TestPdf.withForm(desk.file("a.pdf")), SIGNER);
    }

    private ValidationReport validated(Path file, TrustAnchors anchors) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(desk.file("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator().withEtsi().validate(document, anchors);
        }
    }

    private static List<ValidationStatusType> statuses(ValidationReport report) throws Exception {
        return ValidationReportFacade.newFacade()
                .unmarshall(report.etsi().orElseThrow(), true)
                .getSignatureValidationReport()
                .stream()
                .map(SignatureValidationReportType::getSignatureValidationStatus)
                .toList();
    }

    static List<TamperingTest.Attack> changesBehindTheSignature() {
        return TamperingTest.changesBehindTheSignature().toList();
    }

    @ParameterizedTest
    @MethodSource("changesBehindTheSignature")
    void changeThatOurRuleAloneFindsIsFailedThereToo(TamperingTest.Attack attack) throws Exception {
        ValidationReport report = validated(attack.on(signed()), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(statuses(report))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.TOTAL_FAILED);
    }

    @ParameterizedTest
    @MethodSource("changesBehindTheSignature")
    void noSignatureIsBetterThereThanHere(TamperingTest.Attack attack) throws Exception {
        Path resigned = desk.sign(attack.on(signed()), PKI.signer(KeyKind.P384));
        ValidationReport report = validated(resigned, TRUST);
        List<ValidationStatusType> statuses = statuses(report);
        assertThat(statuses).hasSize(report.signatures().size());
        long good = report.signatures().stream()
                .map(SignatureReport::verdict)
                .filter(Verdict.VALID::equals)
                .count();
        assertThat(statuses)
                .filteredOn(status -> status.getMainIndication() == Indication.TOTAL_PASSED)
                .hasSize((int) good);
    }

    @Test
    void whatWeSayStandsBesideOurIndication() throws Exception {
        ValidationReport report = validated(PdfAttack.changeTitle(signed()), TRUST);
        assertThat(report.etsi().orElseThrow()).contains("CHANGED_AFTER_SIGNING");
    }

    @Test
    void goodSignatureIsPassed() throws Exception {
        assertThat(statuses(validated(signed(), TRUST)))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.TOTAL_PASSED);
    }

    @Test
    void unknownIssuerStaysUndetermined() throws Exception {
        assertThat(statuses(validated(signed(), TrustAnchors.NONE)))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.INDETERMINATE);
    }

    @Test
    void signatureThatTheEngineDoesNotSeeIsToldAsFailed() throws Exception {
        ValidationReport unseen = validated(PdfAttack.secondPictureOfSignature(signed()), TRUST);
        assertThat(statuses(unseen)).hasSize(unseen.signatures().size());
        assertThat(statuses(unseen))
                .extracting(ValidationStatusType::getMainIndication)
                .containsOnly(Indication.TOTAL_FAILED);
    }

    @Test
    void counterSignatureIsToldAsWeJudgeIt() throws Exception {
        ValidationReport report = validated(counterSigned(), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).hasSize(2);
        assertThat(statuses(report))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.TOTAL_PASSED, Indication.TOTAL_PASSED);
    }

    @Test
    void counterSignatureInADocumentThatIsNotValidIsFailed() throws Exception {
        String signature = Files.readString(counterSigned()).replaceFirst("<\\?xml.*?\\?>", "");
        Path around = Files.writeString(desk.file("around.xml"), "<acta><punt>Un altre</punt>" + signature + "</acta>");
        ValidationReport report = validated(around, TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(statuses(report))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.TOTAL_FAILED, Indication.TOTAL_FAILED);
    }

    /** Enveloping, by the signer; what is signed there was countersigned by another. */
    private Path counterSigned() throws Exception {
        IssuedKey other = PKI.signer(KeyKind.RSA_2048);
        Path signed = desk.sign(
                Files.writeString(desk.file("a.txt"), "Acta"),
                SIGNER,
                new SignatureForm(SignatureFormat.XADES, Packaging.ENVELOPING, SignatureFormat.XADES),
                SignatureLevel.B,
                List.of());
        FileDocument document = new FileDocument(signed.toFile());
        XAdESCounterSignatureParameters parameters = new XAdESCounterSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(other.certificate()));
        parameters.setSignatureIdToCounterSign(
                Files.readString(signed).replaceFirst("(?s).*?<ds:Signature [^>]*?Id=\"([^\"]+)\".*", "$1"));
        XAdESService service = new XAdESService(new CommonCertificateVerifier(true));
        Signature key = Signature.getInstance("SHA256withRSA");
        key.initSign(other.key());
        key.update(service.getDataToBeCounterSigned(document, parameters).getBytes());
        Path file = desk.file("countersigned.xml");
        service.counterSignSignature(
                        document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), key.sign()))
                .save(file.toString());
        return file;
    }

    @Test
    void unsignedFileHasNone() throws Exception {
        assertThat(validated(TestPdf.withForm(desk.file("plain.pdf")), TRUST).etsi())
                .isEmpty();
    }

    @Test
    void nobodyPaysForItUnasked() throws Exception {
        assertThat(desk.validate(signed(), TRUST).etsi()).isEmpty();
    }

    @Test
    void whatWasMadeToPractiseIsNotPassed() throws Exception {
        TestPki practice = TestPki.create("CN=Practice CA,O=" + PracticeMark.ORGANISATION);
        Path signed = desk.sign(TestPdf.pages(desk.file("practice.pdf"), 1), practice.signer(KeyKind.P256));
        ValidationReport report = validated(signed, new TrustAnchors(List.of(practice.certificate()), true));
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(statuses(report))
                .extracting(ValidationStatusType::getMainIndication)
                .containsExactly(Indication.INDETERMINATE);
        assertThat(report.etsi().orElseThrow()).contains("PRACTICE");
    }
}
