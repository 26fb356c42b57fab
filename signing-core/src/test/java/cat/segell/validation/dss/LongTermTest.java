// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.LongTerm;
import cat.segell.fixture.OcspAnswer;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that others extended: evidence behind a signature is no change of the document. */
class LongTermTest extends AtDesk {

    private static final IssuedKey REVOCABLE =
            PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).revocable());
    private final Instant longAgo = Instant.now().minus(Duration.ofDays(10));

    private TestTsa tsa;

    @BeforeEach
    void start() {
        tsa = TestTsa.start(PKI);
    }

    @AfterEach
    void stop() {
        tsa.close();
    }

    private Path extended(SignatureLevel level, X509Certificate... revoked) throws Exception {
        Path signed =
                desk.sign(TestPdf.withForm(desk.file("a.pdf")), REVOCABLE, new TimestampHttp(tsa.address(), true));
        return LongTerm.extend(signed, level, PKI, PKI.crl(longAgo, revoked), tsa);
    }

    @Test
    void embeddedRevocationListAnswersForTheCertificate() throws Exception {
        ValidationReport report = desk.validate(extended(SignatureLevel.PAdES_BASELINE_LT), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isFalse();
        assertThat(report.signatures()).hasSize(1);
        assertThat(report.signatures().getFirst().reasons()).isEmpty();
        assertThat(report.signatures().getFirst().timestamped()).isTrue();
    }

    @Test
    void documentTimestampIsNoChange() throws Exception {
        ValidationReport report = desk.validate(extended(SignatureLevel.PAdES_BASELINE_LTA), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.signatures()).hasSize(1);
        assertThat(report.signatures().getFirst().reasons()).isEmpty();
    }

    @Test
    void embeddedRevocationListThatNamesTheCertificateIsHeard() throws Exception {
        ValidationReport report =
                desk.validate(extended(SignatureLevel.PAdES_BASELINE_LT, REVOCABLE.certificate()), TRUST);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CERT_REVOKED);
    }

    @Test
    void embeddedAnswerOfAResponderCounts() throws Exception {
        ValidationReport report = desk.validate(withAnswer(PKI.responder()), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
    }

    /** Who was revoked finds somebody with the same authority to say that he wasn't. */
    @Test
    void embeddedAnswerOfAColleagueCountsForNothing() throws Exception {
        ValidationReport report = desk.validate(withAnswer(PKI.signer(KeyKind.P256)), TRUST);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.REVOCATION_UNKNOWN);
    }

    private Path withAnswer(IssuedKey responder) throws Exception {
        Path signed =
                desk.sign(TestPdf.withForm(desk.file("a.pdf")), REVOCABLE, new TimestampHttp(tsa.address(), true));
        byte[] answer =
                OcspAnswer.on(REVOCABLE.certificate(), PKI).by(responder).encoded();
        return LongTerm.withAnswer(signed, PKI, answer);
    }

    @Test
    void changeBehindTheEvidenceIsInvalid() throws Exception {
        Path changed = PdfAttack.replaceContent(extended(SignatureLevel.PAdES_BASELINE_LT));
        ValidationReport report = desk.validate(changed, TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CHANGED_AFTER_SIGNING);
    }

    @Test
    void changeUnderADocumentTimestampIsInvalid() throws Exception {
        Path signed =
                desk.sign(TestPdf.withForm(desk.file("a.pdf")), REVOCABLE, new TimestampHttp(tsa.address(), true));
        Path sealed = LongTerm.extend(
                PdfAttack.replaceContent(signed), SignatureLevel.PAdES_BASELINE_LTA, PKI, PKI.crl(longAgo), tsa);
        ValidationReport report = desk.validate(sealed, TRUST);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CHANGED_AFTER_SIGNING);
    }
}
