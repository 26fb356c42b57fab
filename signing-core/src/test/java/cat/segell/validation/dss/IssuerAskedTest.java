// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OcspAnswer;
import cat.segell.fixture.TestCrl;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Fault;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Reason;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What issuers say while a document is validated: only what can be verified counts, and only believed certificates make us ask. */
class IssuerAskedTest extends AtDesk {

    private final TestStatusService service = TestStatusService.start(PKI);
    private final IssuedKey signer = PKI.issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.P256), Place.OCSP));
    private final IssuedKey listed = PKI.issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.P256), Place.LIST));

    @AfterEach
    void stop() {
        service.close();
    }

    private ValidationReport report(IssuedKey by) throws Exception {
        Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), by);
        return desk.validateOnline(signed, TRUST);
    }

    private static void assertUnknown(ValidationReport report) {
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.signatures().getFirst().reasons()).containsExactly(Reason.REVOCATION_UNKNOWN);
    }

    @Test
    void aGoodAnswerOfTheResponderMakesItValid() throws Exception {
        ValidationReport report = report(signer);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().reasons()).isEmpty();
        assertThat(service.requests(Place.OCSP)).isEqualTo(1);
    }

    @Test
    void aListWithoutTheCertificateMakesItValid() throws Exception {
        assertThat(report(listed).verdict()).isEqualTo(Verdict.VALID);
        assertThat(service.requests(Place.LIST)).isEqualTo(1);
    }

    @Test
    void revokedByTheResponderIsHeard() throws Exception {
        service.revoke(signer.certificate(), Instant.now().minus(Duration.ofDays(3)), 1);
        ValidationReport report = report(signer);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CERT_REVOKED);
    }

    @Test
    void revokedByTheListIsHeard() throws Exception {
        service.answer(
                Place.LIST,
                _ -> TestCrl.of(PKI)
                        .revoking(listed.certificate(), Instant.now().minus(Duration.ofDays(3)), 1)
                        .encoded());
        ValidationReport report = report(listed);
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().reasons()).contains(Reason.CERT_REVOKED);
    }

    @Test
    void onHoldIsNotValid() throws Exception {
        service.revoke(signer.certificate(), Instant.now().minus(Duration.ofDays(3)), 6);
        assertThat(report(signer).verdict()).isNotEqualTo(Verdict.VALID);
    }

    @Test
    void whoIsNotBelievedMakesUsAskNobody() throws Exception {
        Path signed = desk.sign(TestPdf.withForm(desk.file("a.pdf")), signer);
        desk.validateOnline(signed, TrustAnchors.NONE);
        desk.validateOnline(signed, new TrustAnchors(TestPki.create().issuers(), false));
        assertThat(service.requests(Place.OCSP)).isZero();
    }

    @Test
    void addressesOfIssuersAreNeverFollowed() throws Exception {
        IssuedKey orphan = PKI.subordinate("CN=Sub")
                .issue(service.naming(PKI.request(TestPki.EMPLOYEE, KeyKind.P256), Place.ISSUER, Place.OCSP));
        Path signed = desk.sign(
                TestPdf.withForm(desk.file("a.pdf")), new IssuedKey(orphan.key(), orphan.certificate(), List.of()));
        desk.validateOnline(signed, TRUST);
        assertThat(service.requests(Place.ISSUER)).isZero();
        assertThat(service.requests(Place.OCSP)).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aServiceThatFailsLeavesItUnknown(Fault fault) throws Exception {
        service.fail(Place.OCSP, fault);
        service.fail(Place.LIST, fault);
        assertUnknown(report(signer));
        assertUnknown(report(listed));
        assertThat(service.requests(Place.ELSEWHERE)).isZero();
    }

    @Test
    void theSilentServiceIsNamed() throws Exception {
        service.fail(Place.OCSP, Fault.DOWN);
        assertThat(report(signer).issuers().unanswered())
                .containsExactly(new RevocationSilent(service.address(Place.OCSP)));
    }

    /** Answers that others made, or that are of another time or certificate. */
    enum Forgery {
        BY_A_COLLEAGUE,
        BY_A_TIMESTAMPER,
        BY_ANOTHER_AUTHORITY,
        OF_NOTHING_KNOWN,
        LONG_PAST,
        PAST_WITHOUT_END,
        FROM_THE_FUTURE,
        WITH_SHA1;

        byte[] to(byte[] request) {
            OcspAnswer answer = OcspAnswer.to(request, PKI);
            Instant now = Instant.now();
            return (switch (this) {
                        case BY_A_COLLEAGUE -> answer.by(PKI.signer(KeyKind.P256));
                        case BY_A_TIMESTAMPER -> answer.by(PKI.timestamper());
                        case BY_ANOTHER_AUTHORITY -> answer.by(TestPki.create());
                        case OF_NOTHING_KNOWN -> answer.unknown();
                        case LONG_PAST ->
                            answer.valid(now.minus(Duration.ofDays(40)), Optional.of(now.minus(Duration.ofDays(30))));
                        case PAST_WITHOUT_END -> answer.valid(now.minus(Duration.ofDays(40)), Optional.empty());
                        case FROM_THE_FUTURE ->
                            answer.valid(now.plus(Duration.ofDays(30)), Optional.of(now.plus(Duration.ofDays(40))));
                        case WITH_SHA1 -> answer.algorithm("SHA1withECDSA");
                    })
                    .encoded();
        }
    }

    @Test
    void aColleagueCannotAnswerThoughHisOwnCertificateIsInForce() throws Exception {
        service.answer(
                Place.OCSP, request -> OcspAnswer.to(request, PKI).by(listed).encoded());
        ValidationReport report = report(signer);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void aForgedOrOldAnswerCountsForNothing(Forgery forgery) throws Exception {
        service.answer(Place.OCSP, forgery::to);
        ValidationReport report = report(signer);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
    }
}
