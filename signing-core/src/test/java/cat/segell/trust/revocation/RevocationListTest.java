// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.certificate.StatusSources;
import cat.segell.certificate.StatusSources.ListPoint;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestCrl;
import cat.segell.fixture.TestPki;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;

/** Which lists of revoked certificates are believed. */
class RevocationListTest {

    private static final URI PLACE = URI.create("http://crl.example/7.crl");
    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    private final TestPki pki = TestPki.create();
    private final IssuedKey signer = pki.issue(listed(pki.request(TestPki.EMPLOYEE, KeyKind.P256)));

    private static CertificateRequest listed(CertificateRequest request) {
        GeneralName place = new GeneralName(GeneralName.uniformResourceIdentifier, PLACE.toString());
        DistributionPoint point = new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null);
        return request.extension(
                Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    @Test
    void refusesAListThatSomebodyElseSigned() {
        refuses(TestCrl.of(pki).by(TestPki.create()));
        refuses(TestCrl.of(pki)
                .by(TestPki.create())
                .revoking(signer.certificate(), yesterday, CRLReason.keyCompromise));
        refuses(TestCrl.of(TestPki.create("CN=Altra,C=ES")));
    }

    @Test
    void refusesOldListsAndThoseOfTomorrow() {
        Instant now = Instant.now();
        refuses(TestCrl.of(pki).valid(yesterday, Optional.of(now.minus(Duration.ofMinutes(20)))));
        refuses(TestCrl.of(pki).valid(now.plus(Duration.ofMinutes(20)), Optional.of(now.plus(Duration.ofDays(1)))));
        refuses(TestCrl.of(pki).valid(now, Optional.empty()));
    }

    /** The same issuer's list for others doesn't have it, and says nothing of it. */
    @Test
    void refusesAnotherListOfTheIssuer() {
        refuses(TestCrl.of(pki).at(URI.create("http://crl.example/8.crl")));
        refuses(TestCrl.of(pki).ofAuthoritiesOnly());
        refuses(TestCrl.of(pki).ofAttributesOnly());
        refuses(TestCrl.of(pki).ofSeveralIssuers());
        refuses(TestCrl.of(pki).ofSomeReasons());
        refuses(TestCrl.of(pki).delta());
    }

    @Test
    void refusesSignaturesOverWeakDigests() {
        refuses(TestCrl.of(pki).algorithm("SHA1withECDSA"));
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        byte[] list = TestCrl.of(pki)
                .revoking(signer.certificate(), yesterday, CRLReason.keyCompromise)
                .encoded();
        for (int i = 0; i < list.length; i++) {
            byte[] changed = list.clone();
            changed[i] ^= 1;
            assertThat(believed(changed)).as("with byte %s changed", i).isEmpty();
        }
    }

    private Optional<RevocationState> believed(byte[] list) {
        try {
            return Optional.of(state(list));
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(new RevocationDoubtful(PLACE));
            return Optional.empty();
        }
    }

    @Test
    void believesTheIssuersList() throws Exception {
        assertThat(state(TestCrl.of(pki).encoded())).isEqualTo(new Good());
        assertThat(state(TestCrl.of(pki).at(PLACE).encoded())).isEqualTo(new Good());
        assertThat(state(TestCrl.of(pki)
                        .revoking(pki.signer(KeyKind.P256).certificate(), yesterday, CRLReason.superseded)
                        .encoded()))
                .isEqualTo(new Good());
        assertThat(state(TestCrl.of(pki)
                        .at(PLACE)
                        .revoking(signer.certificate(), yesterday, CRLReason.cessationOfOperation)
                        .encoded()))
                .isEqualTo(new Revoked(yesterday, RevocationReason.CESSATION_OF_OPERATION));
        assertThat(state(TestCrl.of(pki)
                        .revoking(signer.certificate(), yesterday, CRLReason.unspecified)
                        .encoded()))
                .isEqualTo(new Revoked(yesterday, RevocationReason.UNSPECIFIED));
        assertThat(state(TestCrl.of(pki)
                        .revoking(signer.certificate(), yesterday, CRLReason.certificateHold)
                        .encoded()))
                .isEqualTo(new Suspended(yesterday));
    }

    private RevocationState state(byte[] list) throws ProblemException {
        ListPoint point = StatusSources.of(signer.certificate()).lists().getFirst();
        return new RevocationList(signer.certificate(), pki.certificate()).state(PLACE, point, list, Instant.now());
    }

    private void refuses(TestCrl list) {
        assertThatThrownBy(() -> state(list.encoded()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new RevocationDoubtful(PLACE)));
    }
}
