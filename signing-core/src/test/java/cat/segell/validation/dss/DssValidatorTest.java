// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestTsa;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DssValidatorTest extends AtDesk {

    @Test
    void goodSignatureIsValid() throws Exception {
        ValidationReport report = desk.validate(desk.sign(TestPdf.pages(desk.file("a.pdf"), 2), SIGNER), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.coversWholeDocument()).isTrue();
        assertThat(report.practice()).isFalse();
        assertThat(report.indication()).contains("TOTAL_PASSED");
        SignatureReport signature = report.signatures().getFirst();
        assertThat(signature.certificateSha256()).contains(SIGNER.sha256());
        assertThat(signature.format()).isEqualTo("PAdES");
        assertThat(signature.level()).contains("B");
        assertThat(signature.timestamped()).isFalse();
        assertThat(signature.qualified()).isEmpty();
        assertThat(signature.reasons()).isEmpty();
    }

    @Test
    void timestampProvesTheTime() throws Exception {
        try (TestTsa tsa = TestTsa.start(PKI)) {
            Path file =
                    desk.sign(TestPdf.xrefStream(desk.file("a.pdf")), SIGNER, new TimestampHttp(tsa.address(), true));
            ValidationReport report = desk.validate(file, TRUST);
            assertThat(report.verdict()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures().getFirst().timestamped()).isTrue();
            assertThat(report.signatures().getFirst().level()).contains("T");
        }
    }

    @Test
    void twoSignersAreBothValid() throws Exception {
        for (Path start : List.of(TestPdf.pages(desk.file("a.pdf"), 1), TestPdf.xrefStream(desk.file("b.pdf")))) {
            Path once = desk.sign(start, SIGNER);
            ValidationReport report = desk.validate(desk.sign(once, PKI.signer(KeyKind.P384)), TRUST);
            assertThat(report.verdict()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures()).extracting(SignatureReport::verdict).containsOnly(Verdict.VALID);
            assertThat(report.signatures()).hasSize(2);
        }
    }

    @Test
    void unknownIssuerCannotBeTold() throws Exception {
        Path file = desk.sign(TestPdf.pages(desk.file("a.pdf"), 1), SIGNER);
        ValidationReport report = desk.validate(file, TrustAnchors.NONE);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.ISSUER_UNKNOWN);
    }

    @Test
    void unsignedIsUnsigned() throws Exception {
        ValidationReport report = desk.validate(TestPdf.withForm(desk.file("a.pdf")), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(report.signatures()).isEmpty();
    }
}
