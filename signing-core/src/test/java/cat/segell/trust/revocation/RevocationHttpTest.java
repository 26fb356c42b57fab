// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OcspAnswer;
import cat.segell.fixture.TestCrl;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Fault;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.network.Proxies;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationIssuerUnknown;
import cat.segell.problem.RevocationProblem.RevocationPrivate;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.problem.RevocationProblem.RevocationUntold;
import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a certificate's state is asked of, and what comes of their answers and silences. */
@Timeout(120)
class RevocationHttpTest {

    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    /** Long enough for a busy machine, too short for one that waits for silent services. */
    private static final Duration PLENTY = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofMillis(600);

    private final TestPki pki = TestPki.create();
    private final TestStatusService service = TestStatusService.start(pki);

    @AfterEach
    void stop() {
        service.close();
    }

    // Nobody tells, or nobody who may.

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HTTP_500", "REDIRECT"})
    void aResponderThatDoesNotWorkIsSilent(Fault fault) {
        service.fail(Place.OCSP, fault);
        assertThat(unknown(issued(Place.OCSP))).isEqualTo(new RevocationSilent(service.address(Place.OCSP)));
        assertThat(service.requests(Place.ELSEWHERE)).as("followed").isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"GARBAGE", "ENORMOUS"})
    void whatIsNoAnswerIsDoubtful(Fault fault) {
        service.fail(Place.OCSP, fault);
        assertThat(unknown(issued(Place.OCSP))).isEqualTo(new RevocationDoubtful(service.address(Place.OCSP)));
        service.fail(Place.LIST, fault);
        assertThat(unknown(issued(Place.LIST))).isEqualTo(new RevocationDoubtful(service.address(Place.LIST)));
    }

    @Test
    void waitsForASilentServiceNoLongerThanTheLimit() {
        service.fail(Place.OCSP, Fault.SILENT);
        service.fail(Place.LIST, Fault.SILENT);
        IssuedKey signer = issued(Place.OCSP, Place.LIST);
        try (RevocationHttp check = new RevocationHttp(true, Proxies.none(), InstantSource.system(), SHORT)) {
            assertThat(check.of(signer.certificate(), signer.issuers()))
                    .isEqualTo(new NotKnown(new RevocationSilent(service.address(Place.OCSP))));
        }
    }

    @Test
    void nobodyListensThere() {
        IssuedKey signer = issued(Place.OCSP);
        service.close();
        assertThat(unknown(signer)).isInstanceOf(RevocationSilent.class);
    }

    @Test
    void asksNobodyInAPrivateNetworkUnlessAllowed() {
        IssuedKey signer = issued(Place.OCSP, Place.LIST, Place.ISSUER);
        try (RevocationHttp check = new RevocationHttp(false, Proxies.none(), InstantSource.system(), PLENTY)) {
            assertThat(check.of(signer.certificate(), signer.issuers()))
                    .isEqualTo(new NotKnown(new RevocationPrivate(service.address(Place.OCSP))));
            assertThat(check.of(signer.certificate(), List.of()))
                    .isEqualTo(new NotKnown(new RevocationIssuerUnknown()));
        }
        assertThat(service.requests(Place.OCSP) + service.requests(Place.LIST) + service.requests(Place.ISSUER))
                .isZero();
    }

    /** A forged answer says more than a silence: somebody may be on the way. */
    @Test
    void tellsADoubtfulAnswerBeforeASilence() {
        service.fail(Place.OCSP, Fault.DOWN);
        service.answer(Place.LIST, _ -> TestCrl.of(pki).by(TestPki.create()).encoded());
        assertThat(unknown(issued(Place.OCSP, Place.LIST)))
                .isEqualTo(new RevocationDoubtful(service.address(Place.LIST)));
    }

    @Test
    void saysThatTheResponderDoesNotKnowTheCertificate() {
        service.answer(
                Place.OCSP, request -> OcspAnswer.to(request, pki).unknown().encoded());
        assertThat(unknown(issued(Place.OCSP))).isEqualTo(new RevocationUntold(service.address(Place.OCSP)));
    }

    @Test
    void asksNobodyWhereTheCertificateNamesNobody() {
        assertThat(unknown(issued())).isEqualTo(new RevocationUnstated());
        assertThat(unknown(issued(Place.ISSUER))).isEqualTo(new RevocationUnstated());
        assertThat(service.requests(Place.ISSUER)).isZero();
    }

    /** Certificates say what their authors want, and none of it keeps a person from signing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://directory.example/cn=list",
                "file:///etc/passwd",
                "http://ocsp.example:99999/",
                "http://user@ocsp.example/",
                "http://[::1",
                "http:///ocsp",
                "http://a b/",
                ""
            })
    void asksNoAddressThatIsNone(String address) {
        AccessDescription responder = new AccessDescription(
                AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, address));
        CertificateRequest request = request()
                .revocable()
                .extension(
                        Extension.authorityInfoAccess,
                        false,
                        AuthorityInformationAccess.getInstance(new DERSequence(responder)));
        assertThat(unknown(pki.issue(request))).isEqualTo(new RevocationUnstated());
    }

    @Test
    void survivesExtensionsThatAreBroken() {
        CertificateRequest request = request()
                .revocable()
                .extension(Extension.authorityInfoAccess, false, new DERUTF8String("http://ocsp.example/"))
                .extension(Extension.cRLDistributionPoints, false, new DERSequence(new DERSequence()));
        assertThat(unknown(pki.issue(request))).isEqualTo(new RevocationUnstated());
    }

    /** RFC 9608, and EN 319 412-1 §5.2. */
    @Test
    void asksNobodyWhereThereIsNothingToAsk() {
        CertificateRequest request = service.naming(request(), Place.OCSP).withoutRevocation();
        assertThat(state(pki.issue(request))).isEqualTo(new NotAsked());
        assertThat(service.requests(Place.OCSP)).isZero();
    }

    // The issuer's certificate, without which nothing is verified.

    @Test
    void fetchesTheIssuersCertificateWhereItIsNotAtHand() {
        IssuedKey signer = issued(Place.OCSP, Place.ISSUER);
        assertThat(state(signer.certificate(), List.of())).isEqualTo(new Good());
        assertThat(service.requests(Place.ISSUER)).isOne();
        assertThat(state(signer.certificate(), signer.issuers())).isEqualTo(new Good());
        assertThat(service.requests(Place.ISSUER))
                .as("fetched although it is at hand")
                .isOne();
    }

    @Test
    void asksNoResponderWhoseAnswerItCouldNotVerify() {
        assertThat(state(issued(Place.OCSP).certificate(), List.of()))
                .isEqualTo(new NotKnown(new RevocationIssuerUnknown()));
        service.answer(Place.ISSUER, _ -> TestCrl.of(pki).encoded());
        assertThat(state(issued(Place.OCSP, Place.ISSUER).certificate(), List.of()))
                .isEqualTo(new NotKnown(new RevocationIssuerUnknown()));
        assertThat(service.requests(Place.OCSP)).isZero();
    }

    /** To a signature another key can be made that verifies it too: the certificate says which key it was. */
    @Test
    void takesNoIssuerFromTheNetworkWhoseKeyTheCertificateDoesNotName() {
        CertificateRequest request = service.naming(request(), Place.OCSP, Place.ISSUER);
        IssuedKey signer = pki.issue(TestStatusService.issuedBy(TestPki.create(), request));
        assertThat(state(signer.certificate(), List.of())).isEqualTo(new NotKnown(new RevocationIssuerUnknown()));
    }

    // What is told and believed.

    @Test
    void believesTheResponderAndLeavesTheListAlone() {
        IssuedKey signer = issued(Place.OCSP, Place.LIST);
        assertThat(state(signer)).isEqualTo(new Good());
        service.revoke(signer.certificate(), yesterday, CRLReason.keyCompromise);
        assertThat(state(signer)).isEqualTo(new Revoked(yesterday, RevocationReason.KEY_COMPROMISE));
        service.revoke(signer.certificate(), yesterday, CRLReason.certificateHold);
        assertThat(state(signer)).isEqualTo(new Suspended(yesterday));
        assertThat(service.requests(Place.LIST)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HTTP_500", "REDIRECT", "GARBAGE", "ENORMOUS", "SILENT"})
    void readsTheListWhereTheResponderDoesNotTell(Fault fault) {
        service.fail(Place.OCSP, fault);
        IssuedKey signer = issued(Place.OCSP, Place.LIST);
        service.answer(
                Place.LIST,
                _ -> TestCrl.of(pki)
                        .at(service.address(Place.LIST))
                        .revoking(signer.certificate(), yesterday, CRLReason.superseded)
                        .encoded());
        Duration limit = fault == Fault.SILENT ? Duration.ofSeconds(10) : PLENTY;
        try (RevocationHttp check = new RevocationHttp(true, Proxies.none(), InstantSource.system(), limit)) {
            assertThat(check.of(signer.certificate(), signer.issuers()))
                    .isEqualTo(new Revoked(yesterday, RevocationReason.SUPERSEDED));
        }
    }

    @Test
    void readsTheListAloneWhereThereIsNoResponder() {
        assertThat(state(issued(Place.LIST))).isEqualTo(new Good());
    }

    @Test
    void refusesAnOldList() {
        service.answer(
                Place.LIST,
                _ -> TestCrl.of(pki)
                        .valid(yesterday, Optional.of(Instant.now().minus(Duration.ofHours(1))))
                        .encoded());
        assertThat(unknown(issued(Place.LIST))).isEqualTo(new RevocationDoubtful(service.address(Place.LIST)));
    }

    private CertificateRequest request() {
        return pki.request(TestPki.EMPLOYEE, KeyKind.P256);
    }

    private IssuedKey issued(Place... places) {
        return pki.issue(service.naming(request(), places));
    }

    private RevocationProblem unknown(IssuedKey signer) {
        RevocationState state = state(signer);
        assertThat(state).isInstanceOf(NotKnown.class);
        return ((NotKnown) state).why();
    }

    private static RevocationState state(IssuedKey signer) {
        return state(signer.certificate(), signer.issuers());
    }

    private static RevocationState state(X509Certificate certificate, List<X509Certificate> others) {
        try (RevocationHttp check = new RevocationHttp(true, Proxies.none(), InstantSource.system(), PLENTY)) {
            return check.of(certificate, others);
        }
    }
}
