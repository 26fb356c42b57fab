// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.certificate.PracticeMark;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.VerdictText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Whose signature, by whose word, and when. */
class TrustAndTimeTest extends AtDesk {

    private static final TestPki OTHER = TestPki.create("CN=Another root,C=ES");
    private static final TestPki PRACTICE = TestPki.create("CN=Practice CA,O=" + PracticeMark.ORGANISATION);

    private static TrustAnchors trust(TestPki... authorities) {
        return new TrustAnchors(
                List.of(authorities).stream().map(TestPki::certificate).toList(), false);
    }

    private Path document() {
        return TestPdf.pages(desk.file("a.pdf"), 1);
    }

    private IssuedKey expired() {
        return PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).expired());
    }

    @Test
    void anotherAnchorIsNoAnchor() throws Exception {
        Path file = desk.sign(document(), PKI.signer(KeyKind.P256));
        expect(desk.validate(file, trust(OTHER)), Verdict.INDETERMINATE, Reason.ISSUER_UNKNOWN);
    }

    @Test
    void chainOverAnAuthorityBelowIsFound() throws Exception {
        TestPki below = PKI.subordinate("CN=Below,C=ES");
        expect(desk.validate(desk.sign(document(), below.signer(KeyKind.P256)), TRUST), Verdict.VALID);
    }

    @Test
    void expiredWithoutProofOfTimeCannotBeTold() throws Exception {
        expect(desk.validate(desk.sign(document(), expired()), TRUST), Verdict.INDETERMINATE, Reason.CERT_EXPIRED);
    }

    @Test
    void expiredAnchorItselfCannotBeTold() throws Exception {
        IssuedKey itself =
                TestPki.selfSigned(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).expired());
        TrustAnchors trust = new TrustAnchors(List.of(itself.certificate()), false);
        expect(
                desk.validate(desk.sign(document(), itself), trust),
                Verdict.INDETERMINATE,
                Reason.CERT_EXPIRED,
                Reason.OTHER);
    }

    @Test
    void whatItsHolderIssuedIsSaidBesideTheUnknownIssuer() throws Exception {
        IssuedKey itself = TestPki.selfSigned(PKI.request(TestPki.EMPLOYEE, KeyKind.P256));
        Path file = desk.sign(document(), itself);
        expect(desk.validate(file, TRUST), Verdict.INDETERMINATE, Reason.ISSUER_UNKNOWN, Reason.SELF_SIGNED);
        TrustAnchors trust = new TrustAnchors(List.of(itself.certificate()), false);
        expect(desk.validate(file, trust), Verdict.VALID, Reason.SIGNER_TRUSTED);
    }

    @Test
    void expiredIsSaidBesideAnUnknownIssuer() throws Exception {
        Path file = desk.sign(document(), expired());
        expect(desk.validate(file, trust(OTHER)), Verdict.INDETERMINATE, Reason.ISSUER_UNKNOWN, Reason.CERT_EXPIRED);
    }

    @Test
    void expiredSinceButStampedBeforeIsValid() throws Exception {
        try (TestTsa tsa = TestTsa.start(longLived(PKI))) {
            Path file = desk.sign(document(), PKI.signer(KeyKind.P256), http(tsa));
            ValidationReport report = desk.validate(file, TRUST, in500Days());
            expect(report, Verdict.VALID);
            assertThat(report.signatures().getFirst().timestamped()).isTrue();
        }
    }

    @Test
    void expiredSinceAndNeverStampedCannotBeTold() throws Exception {
        Path file = desk.sign(document(), PKI.signer(KeyKind.P256));
        expect(desk.validate(file, TRUST, in500Days()), Verdict.INDETERMINATE, Reason.CERT_EXPIRED);
    }

    @Test
    void expiredWhenItWasStampedIsNotValid() throws Exception {
        try (TestTsa tsa = TestTsa.start(longLived(PKI))) {
            Path file = desk.sign(document(), expired(), http(tsa));
            ValidationReport report = desk.validate(file, TRUST);
            assertThat(report.verdict()).isIn(Verdict.INVALID, Verdict.INDETERMINATE);
            assertThat(report.signatures().getFirst().reasons()).contains(Reason.CERT_EXPIRED);
        }
    }

    @Test
    void stampOfAnUnknownAuthorityProvesNothing() throws Exception {
        try (TestTsa tsa = TestTsa.start(longLived(OTHER))) {
            tsa.stamp(Instant.now().minus(Duration.ofDays(20)));
            Path file = desk.sign(document(), expired(), http(tsa));
            ValidationReport report = desk.validate(file, TRUST);
            expect(report, Verdict.INDETERMINATE, Reason.CERT_EXPIRED, Reason.TIMESTAMP_UNTRUSTED);
            assertThat(report.signatures().getFirst().timestamped()).isFalse();
        }
    }

    @Test
    void stampOfAnUnknownAuthorityDoesNotSpoilAGoodSignature() throws Exception {
        try (TestTsa tsa = TestTsa.start(OTHER)) {
            ValidationReport report = desk.validate(desk.sign(document(), PKI.signer(KeyKind.P256), http(tsa)), TRUST);
            expect(report, Verdict.VALID, Reason.TIMESTAMP_UNTRUSTED);
            assertThat(report.signatures().getFirst().timestamped()).isFalse();
        }
    }

    @Test
    void stampOverSomethingElseProvesNothing() throws Exception {
        try (TestTsa tsa = TestTsa.start(PKI)) {
            TimestampAuthority other = new OtherImprint(http(tsa));
            ValidationReport report = desk.validate(desk.sign(document(), PKI.signer(KeyKind.P256), other), TRUST);
            expect(report, Verdict.INDETERMINATE, Reason.TIMESTAMP_BROKEN);
            assertThat(report.signatures().getFirst().timestamped()).isFalse();
        }
    }

    @Test
    void certificateThatStartsLaterIsNotValid() throws Exception {
        IssuedKey later = PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).notYetValid());
        ValidationReport report = desk.validate(desk.sign(document(), later), TRUST);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CERT_NOT_YET_VALID);
    }

    @Test
    void revocationThatCannotBeCheckedCannotBeTold() throws Exception {
        IssuedKey revocable =
                PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).revocable());
        Path file = desk.sign(document(), revocable);
        expect(desk.validate(file, TRUST), Verdict.INDETERMINATE, Reason.REVOCATION_UNKNOWN);
    }

    @Test
    void anchorItselfNeedsNoRevocation() throws Exception {
        IssuedKey revocable =
                PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).revocable());
        Path file = desk.sign(document(), revocable);
        TrustAnchors itself = new TrustAnchors(List.of(revocable.certificate()), false);
        expect(desk.validate(file, itself), Verdict.VALID, Reason.SIGNER_TRUSTED);
    }

    @Test
    void certificateForLogInDoesNotSign() throws Exception {
        IssuedKey login = PKI.issue(PKI.request(TestPki.EMPLOYEE, KeyKind.P256).keyUsage(KeyUsage.digitalSignature));
        expect(desk.validate(desk.sign(document(), login), TRUST), Verdict.INDETERMINATE, Reason.CERT_NOT_FOR_SIGNING);
    }

    @Test
    void worstSignatureDecides() throws Exception {
        Path once = desk.sign(document(), OTHER.signer(KeyKind.P256));
        ValidationReport report = desk.validate(desk.sign(once, PKI.signer(KeyKind.P384)), TRUST);
        assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures())
                .extracting(SignatureReport::verdict)
                .containsExactly(Verdict.INDETERMINATE, Verdict.VALID);
    }

    @Test
    void practiceCannotBeToldWhereItIsNotAskedFor() throws Exception {
        Path file = desk.sign(document(), practiceKey());
        expect(desk.validate(file, TRUST), Verdict.INDETERMINATE, Reason.PRACTICE);
        assertThat(desk.validate(file, TRUST).practice()).isTrue();
    }

    @Test
    void practiceAuthorityAmongTheAnchorsIsNotEnough() throws Exception {
        Path file = desk.sign(document(), practiceKey());
        expect(desk.validate(file, trust(PRACTICE)), Verdict.INDETERMINATE, Reason.PRACTICE);
    }

    @Test
    void practiceIsValidWhereItIsAskedForAndStillSaysSo() throws Exception {
        TrustAnchors practice = new TrustAnchors(List.of(PRACTICE.certificate()), true);
        ValidationReport report = desk.validate(desk.sign(document(), practiceKey()), practice);
        expect(report, Verdict.VALID, Reason.PRACTICE);
        assertThat(report.practice()).isTrue();
    }

    @Test
    void practiceStampProvesNothingWhereItIsNotAskedFor() throws Exception {
        try (TestTsa tsa = TestTsa.start(longLived(PRACTICE))) {
            tsa.stamp(Instant.now().minus(Duration.ofDays(20)));
            Path file = desk.sign(document(), expired(), http(tsa));
            ValidationReport report = desk.validate(file, trust(PKI, PRACTICE));
            assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(report.signatures().getFirst().timestamped()).isFalse();
            assertThat(report.practice()).isTrue();
        }
    }

    @Test
    void practiceStampTakesNothingFromARealSignature() throws Exception {
        try (TestTsa tsa = TestTsa.start(longLived(PRACTICE))) {
            Path file = desk.sign(document(), SIGNER, http(tsa));
            ValidationReport report = desk.validate(file, TRUST);
            expect(report, Verdict.VALID, Reason.TIMESTAMP_PRACTICE);
            assertThat(report.signatures().getFirst().timestamped()).isFalse();
            assertThat(report.practice()).as("whether any of it is").isTrue();
            assertThat(VerdictText.of(report, Language.EN).headline()).isEqualTo("Valid signature");
        }
    }

    private static InstantSource in500Days() {
        return InstantSource.fixed(Instant.now().plus(Duration.ofDays(500)));
    }

    private static IssuedKey practiceKey() {
        return PRACTICE.issue(PRACTICE.request(TestPki.EMPLOYEE, KeyKind.P256).policies(PracticeMark.POLICY));
    }

    /** A time-stamp authority that was there a month ago and is there in two years. */
    private static IssuedKey longLived(TestPki pki) {
        return pki.issue(pki.request("CN=Time-stamps,C=ES", KeyKind.P256)
                .keyUsage(KeyUsage.digitalSignature)
                .extendedKeyUsage(true, KeyPurposeId.id_kp_timeStamping)
                .validity(
                        Instant.now().minus(Duration.ofDays(60)), Instant.now().plus(Duration.ofDays(700))));
    }

    private static TimestampAuthority http(TestTsa tsa) {
        return new TimestampHttp(tsa.address(), true);
    }

    private static void expect(ValidationReport report, Verdict verdict, Reason... reasons) {
        assertThat(report.verdict()).as(report.toString()).isEqualTo(verdict);
        assertThat(report.signatures().getFirst().reasons()).containsExactlyInAnyOrder(reasons);
    }

    /** Gives a good token over another digest. */
    private record OtherImprint(TimestampAuthority real) implements TimestampAuthority {

        @Override
        public URI address() {
            return real.address();
        }

        @Override
        public byte[] token(Digest imprint) throws ProblemException {
            return real.token(DigestAlgorithm.SHA256.of("something else".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
