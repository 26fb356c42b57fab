// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.OcspAnswer;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.problem.RevocationProblem.RevocationUntold;
import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers of a responder are believed. */
class OcspExchangeTest {

    private static final URI ADDRESS = URI.create("http://ocsp.example/");
    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    private final TestPki pki = TestPki.create();
    private final IssuedKey signer = pki.signer(KeyKind.P256);
    private final OcspExchange exchange = new OcspExchange(ADDRESS, signer.certificate(), pki.certificate());

    // Forged and mistaken ones: they count neither for nor against the certificate.

    @Test
    void refusesAnotherAuthorityOfTheSameName() {
        TestPki impostor = TestPki.create();
        assertThat(impostor.certificate().getSubjectX500Principal())
                .isEqualTo(pki.certificate().getSubjectX500Principal());
        refuses(answer().by(impostor));
        refuses(answer().by(impostor).revoked(yesterday, CRLReason.keyCompromise));
    }

    @Test
    void refusesAResponderOfAnotherAuthority() {
        refuses(answer().by(TestPki.create().responder()));
    }

    /** Any employee could vouch for any other. */
    @Test
    void refusesACertificateOfTheIssuerThatIsNotForAnswers() {
        refuses(answer().by(signer));
        refuses(answer().by(pki.timestamper()));
    }

    @Test
    void refusesAResponderWhoseOwnTimeIsOver() {
        refuses(answer().by(pki.issue(responder().expired())));
        refuses(answer().by(pki.issue(responder().notYetValid())));
    }

    /** A responder's certificate, and somebody else's signature. */
    @Test
    void refusesWhoOnlyShowsTheRespondersCertificate() {
        IssuedKey real = pki.responder();
        refuses(answer().by(new IssuedKey(KeyKind.P256.newPair().getPrivate(), real.certificate(), real.issuers())));
    }

    /** A few bits lie outside of what is signed and mean nothing. */
    @Test
    void whatWasChangedOnTheWayNeverSaysSomethingElse() {
        byte[] answer = answer().revoked(yesterday, CRLReason.superseded).encoded();
        int refused = 0;
        for (int i = 0; i < answer.length; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= 1;
            Optional<RevocationState> believed = believed(changed);
            refused += believed.isEmpty() ? 1 : 0;
            assertThat(believed.orElse(new Revoked(yesterday, RevocationReason.SUPERSEDED)))
                    .as("with byte %s changed", i)
                    .isEqualTo(new Revoked(yesterday, RevocationReason.SUPERSEDED));
        }
        assertThat(refused).isGreaterThan(answer.length - 5);
    }

    private Optional<RevocationState> believed(byte[] answer) {
        try {
            return Optional.of(exchange.state(answer, Instant.now()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @Test
    void refusesTheAnswerOnAnotherCertificate() {
        refuses(answer().of(signer.certificate().getSerialNumber().add(BigInteger.ONE), pki));
        refuses(answer().of(signer.certificate().getSerialNumber(), TestPki.create("CN=Altra,C=ES")));
    }

    @Test
    void refusesTheAnswerToAnotherQuestion() {
        refuses(answer().nonce(new byte[32]));
    }

    @Test
    void refusesOldAnswersAndThoseOfTomorrow() {
        Instant now = Instant.now();
        refuses(answer().valid(yesterday, Optional.of(now.minus(Duration.ofMinutes(20)))));
        refuses(answer().valid(now.plus(Duration.ofMinutes(20)), Optional.of(now.plus(Duration.ofDays(1)))));
        refuses(answer().valid(yesterday, Optional.empty()));
    }

    /** Two contents with one SHA-1 can be made, and the question's number is the attacker's to choose. */
    @Test
    void refusesSignaturesOverWeakDigests() {
        refuses(answer().algorithm("SHA1withECDSA"));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        refuses("<html></html>".getBytes(StandardCharsets.UTF_8));
        refuses(new byte[0]);
        byte[] deep = new byte[40_000];
        Arrays.fill(deep, (byte) 0x30);
        for (int i = 1; i < deep.length; i += 2) {
            deep[i] = (byte) 0x80;
        }
        refuses(deep);
    }

    @Test
    void aServiceThatDoesNotWorkIsSilent() throws Exception {
        byte[] later =
                new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
        assertThatThrownBy(() -> exchange.state(later, Instant.now()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new RevocationSilent(ADDRESS)));
    }

    @Test
    void knowsWhenTheAuthorityDoesNotKnow() {
        assertThat(problem(answer().unknown().encoded())).isEqualTo(new RevocationUntold(ADDRESS));
        assertThat(problem(answer().neverIssued().encoded())).isEqualTo(new RevocationUntold(ADDRESS));
    }

    // What is believed.

    @Test
    void believesTheIssuer() throws Exception {
        assertThat(state(answer())).isEqualTo(new Good());
        assertThat(state(answer().revoked(yesterday, CRLReason.keyCompromise)))
                .isEqualTo(new Revoked(yesterday, RevocationReason.KEY_COMPROMISE));
        assertThat(state(answer().revokedWithoutReason(yesterday)))
                .isEqualTo(new Revoked(yesterday, RevocationReason.UNSPECIFIED));
        assertThat(state(answer().revoked(yesterday, CRLReason.certificateHold)))
                .isEqualTo(new Suspended(yesterday));
    }

    @Test
    void believesWhomTheIssuerCertifiedForIt() throws Exception {
        assertThat(state(answer().by(pki.responder()))).isEqualTo(new Good());
        assertThat(state(answer().by(pki.responder()).revoked(yesterday, CRLReason.superseded)))
                .isEqualTo(new Revoked(yesterday, RevocationReason.SUPERSEDED));
    }

    /** The kinds of their keys differ often. */
    @Test
    void believesAResponderWithAnotherKindOfKey() throws Exception {
        IssuedKey rsa = pki.issue(responder().keys(KeyKind.RSA_2048.pair(1)));
        assertThat(state(answer().by(rsa).algorithm("SHA256withRSA"))).isEqualTo(new Good());
        assertThat(state(answer().by(rsa).algorithm("SHA256withRSAandMGF1"))).isEqualTo(new Good());
        refuses(answer().by(rsa).algorithm("SHA1withRSA"));
        refuses(answer().by(rsa).algorithm("SHA1withRSAandMGF1"));
    }

    @Test
    void believesAFreshAnswerWithoutTheQuestionsNumber() throws Exception {
        assertThat(state(answer().withoutNonce())).isEqualTo(new Good());
        assertThat(state(answer().withoutNonce().valid(Instant.now(), Optional.empty())))
                .isEqualTo(new Good());
    }

    @ParameterizedTest
    @CsvSource({
        "1, KEY_COMPROMISE",
        "2, CA_COMPROMISE",
        "3, AFFILIATION_CHANGED",
        "4, SUPERSEDED",
        "5, CESSATION_OF_OPERATION",
        "9, PRIVILEGE_WITHDRAWN",
        "10, UNSPECIFIED"
    })
    void tellsTheReason(int code, RevocationReason reason) throws Exception {
        assertThat(state(answer().revoked(yesterday, code))).isEqualTo(new Revoked(yesterday, reason));
    }

    @Test
    void tellsTheAuthorityNothingOfTheHolder() throws Exception {
        byte[] request = exchange.request();
        assertThat(new String(request, StandardCharsets.ISO_8859_1)).doesNotContain("Maria", "Prova", "00000000T");
        assertThat(new OCSPReq(request).getRequestList()).hasSize(1);
        assertThat(new OCSPReq(request).getRequestorName()).isNull();
        assertThat(request).hasSizeLessThan(200);
    }

    /** A request that could be recognised would allow answers to be prepared. */
    @Test
    void asksAnewEachTime() throws Exception {
        OcspExchange other = new OcspExchange(ADDRESS, signer.certificate(), pki.certificate());
        assertThat(exchange.request()).isNotEqualTo(other.request());
    }

    private CertificateRequest responder() {
        return pki.request("CN=Respostes,C=ES", KeyKind.P256)
                .keys(KeyKind.P256.newPair())
                .keyUsage(KeyUsage.digitalSignature)
                .extendedKeyUsage(false, KeyPurposeId.id_kp_OCSPSigning);
    }

    private OcspAnswer answer() {
        try {
            return OcspAnswer.to(exchange.request(), pki);
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    private RevocationState state(OcspAnswer answer) throws ProblemException {
        return exchange.state(answer.encoded(), Instant.now());
    }

    private void refuses(OcspAnswer answer) {
        refuses(answer.encoded());
    }

    private void refuses(byte[] answer) {
        assertThat(problem(answer)).isEqualTo(new RevocationDoubtful(ADDRESS));
    }

    private RevocationProblem problem(byte[] answer) {
        try {
            throw new AssertionError("believed: " + exchange.state(answer, Instant.now()));
        } catch (ProblemException e) {
            return (RevocationProblem) e.problem();
        }
    }
}
