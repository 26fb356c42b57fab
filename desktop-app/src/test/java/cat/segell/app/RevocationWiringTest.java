// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.settings.RevocationQuestion;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestLists;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.network.Proxies;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.TrustUnreadable;
import cat.segell.signature.SignatureLevel;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.list.LotlSigners;
import cat.segell.trust.list.TrustedLists;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a certificate's issuer is asked before signing: a fresh machine makes no connection. */
class RevocationWiringTest {

    private static final List<String> NETWORK = List.of("practice:", "https://tsa.example/");
    private static final List<String> PRACTICE = List.of("practice:");

    private final TestPki pki = TestPki.create();
    private final TestStatusService service = TestStatusService.start(pki);
    private final IssuedKey signer = pki.issue(service.naming(pki.request(TestPki.EMPLOYEE, KeyKind.P256), Place.OCSP));

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void asksWhereSigningMakesConnectionsAnyway() {
        assertThat(asked(RevocationQuestion.WITH_TSA, SignatureLevel.T, NETWORK))
                .isTrue();
        assertThat(asked(RevocationQuestion.WITH_TSA, SignatureLevel.B, NETWORK))
                .isFalse();
        assertThat(asked(RevocationQuestion.WITH_TSA, SignatureLevel.T, PRACTICE))
                .isFalse();
        assertThat(asked(RevocationQuestion.WITH_TSA, SignatureLevel.B, List.of()))
                .isFalse();
    }

    /** Signing asks as verifying does: whoever has anchors, or the trusted lists, is told before the PIN. */
    @Test
    void asksWhereTheIssuerIsBelieved() {
        TrustAnchors believed = new TrustAnchors(List.of(pki.certificate()), false);
        TrustAnchors others = new TrustAnchors(List.of(TestPki.create().certificate()), false);
        assertThat(asked(RevocationQuestion.BELIEVED, SignatureLevel.B, List.of(), believed))
                .isTrue();
        assertThat(asked(RevocationQuestion.BELIEVED, SignatureLevel.B, List.of(), TrustAnchors.NONE))
                .as("a fresh machine")
                .isFalse();
        assertThat(asked(RevocationQuestion.BELIEVED, SignatureLevel.B, List.of(), others))
                .as("whoever lies beside the key vouches for nobody")
                .isFalse();
        assertThat(asked(RevocationQuestion.BELIEVED, SignatureLevel.T, NETWORK, TrustAnchors.NONE))
                .as("connections are made anyway")
                .isTrue();
        assertThat(asked(RevocationQuestion.WITH_TSA, SignatureLevel.B, List.of(), believed))
                .isFalse();
        assertThat(asked(RevocationQuestion.NEVER, SignatureLevel.B, List.of(), believed))
                .isFalse();
    }

    @Test
    void asksAlwaysOrNeverWhereThatIsSet() {
        assertThat(asked(RevocationQuestion.NEVER, SignatureLevel.T, NETWORK)).isFalse();
        assertThat(asked(RevocationQuestion.ALWAYS, SignatureLevel.B, List.of()))
                .isTrue();
    }

    private boolean asked(RevocationQuestion question, SignatureLevel level, List<String> tsa) {
        return asked(question, level, tsa, TrustAnchors.NONE);
    }

    private boolean asked(RevocationQuestion question, SignatureLevel level, List<String> tsa, TrustAnchors anchors) {
        int before = service.requests(Place.OCSP);
        try (RevocationWiring wiring = wiring(_ -> anchors)) {
            RevocationState state =
                    wiring.of(question, level, tsa, List.of(), true).of(signer.certificate(), signer.issuers());
            boolean arrived = service.requests(Place.OCSP) > before;
            assertThat(state).isEqualTo(arrived ? new Good() : new NotAsked());
            return arrived;
        }
    }

    /** A card often holds no issuer. */
    @Test
    void findsTheIssuerAmongWhatIsTrustedHere() {
        try (RevocationWiring wiring = wiring(_ -> new TrustAnchors(List.of(pki.certificate()), false))) {
            assertThat(state(wiring, true)).isEqualTo(new Good());
        }
    }

    @Test
    void findsTheIssuerOnATrustedList(@TempDir Path folder) throws Exception {
        try (TestLists lists = TestLists.start()) {
            lists.qualified(pki.certificate());
            LotlSigners signers = LotlSigners.read(lists.writeSigners(folder.resolve("lotl.pem")));
            TrustedLists trusted =
                    new TrustedLists(signers, List.of(), folder.resolve("lists"), InstantSource.system());
            trusted.update(true, Proxies.none());
            try (RevocationWiring wiring = wiring(_ -> new TrustAnchors(List.of(), false, Optional.of(trusted)))) {
                assertThat(state(wiring, true)).isEqualTo(new Good());
            }
        }
    }

    @Test
    void trustThatCannotBeReadHindersNoSignature() {
        try (RevocationWiring wiring = wiring(_ -> {
            throw new ProblemException(new TrustUnreadable(Path.of("/broken.pem")));
        })) {
            assertThat(state(wiring, true)).isInstanceOf(NotKnown.class);
        }
    }

    /** What is allowed for one batch is not for the next. */
    @Test
    void keepsApartWhoMayBeInThePrivateNetwork() {
        try (RevocationWiring wiring = wiring(_ -> new TrustAnchors(List.of(pki.certificate()), false))) {
            assertThat(state(wiring, false)).isInstanceOf(NotKnown.class);
            assertThat(state(wiring, true)).isEqualTo(new Good());
            assertThat(service.requests(Place.OCSP)).isOne();
            assertThat(state(wiring, true)).isEqualTo(new Good());
            assertThat(service.requests(Place.OCSP)).as("asked again at once").isOne();
        }
    }

    /** However busy the machine is. */
    private static RevocationWiring wiring(RevocationWiring.Anchors anchors) {
        return new RevocationWiring(anchors, Proxies.none(), Duration.ofSeconds(60));
    }

    private RevocationState state(RevocationWiring wiring, boolean privateNetwork) {
        return wiring.of(RevocationQuestion.ALWAYS, SignatureLevel.B, List.of(), List.of(), privateNetwork)
                .of(signer.certificate(), List.of());
    }
}
