// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestTsa;
import cat.segell.fixture.TestTsa.Fault;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaHostUnknown;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.ServiceProblem.TsaPrivate;
import cat.segell.problem.ServiceProblem.TsaRefused;
import cat.segell.problem.ServiceProblem.TsaUnreachable;
import cat.segell.problem.UsageProblem.TsaAddressInvalid;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampHttpTest {

    private static final Digest IMPRINT = DigestAlgorithm.SHA256.of("Segell".getBytes(StandardCharsets.UTF_8));

    private final TestPki pki = TestPki.create();
    private final TestTsa tsa = TestTsa.start(pki);

    @AfterEach
    void stop() {
        tsa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBAGE", "WRONG_IMPRINT", "WRONG_NONCE", "WRONG_SIGNATURE", "WRONG_CONTENT_TYPE"})
    void refusesAnswersThatAreNotTheTokenAskedFor(Fault fault) {
        tsa.answer(fault);
        assertThat(problem(authority())).isEqualTo(new TsaInvalid(tsa.address()));
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_500", "REDIRECT", "REJECTED"})
    void saysThatItWasRefused(Fault fault) {
        tsa.answer(fault);
        assertThat(problem(authority())).isInstanceOf(TsaRefused.class);
        assertThat(tsa.requests()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "ENDLESS"})
    void saysThatItCannotBeReached(Fault fault) {
        tsa.answer(fault);
        assertThat(problem(authority())).isEqualTo(new TsaUnreachable(tsa.address()));
    }

    /** RFC 6761 §6.4: nobody ever has a name below "invalid". */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsANameThatNobodyKnowsFromSilence(boolean privateNetwork) {
        URI address = URI.create("https://tsa.invalid/");
        assertThat(problem(new TimestampHttp(address, privateNetwork))).isEqualTo(new TsaHostUnknown(address));
    }

    @Test
    void asksNobodyOnceItIsClosed() {
        TimestampHttp authority = authority();
        authority.close();
        assertThat(problem(authority)).isEqualTo(new TsaUnreachable(tsa.address()));
        assertThat(tsa.requests()).isZero();
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        tsa.answer(Fault.SILENT);
        assertThat(problem(new TimestampHttp(tsa.address(), true, Duration.ofMillis(300))))
                .isEqualTo(new TsaUnreachable(tsa.address()));
    }

    @Test
    void saysThatNobodyListens() {
        TimestampHttp authority = authority();
        tsa.close();
        assertThat(problem(authority)).isEqualTo(new TsaUnreachable(tsa.address()));
    }

    @Test
    void asksNobodyInAPrivateNetworkUnlessAllowed() {
        assertThat(problem(new TimestampHttp(tsa.address(), false))).isEqualTo(new TsaPrivate(tsa.address()));
        assertThat(tsa.requests()).isZero();
    }

    /** Addresses, not names: nothing is sent to tell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "100.127.255.254",
                "0.0.0.0",
                "[::1]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:10.1.2.3]"
            })
    void knowsPrivateNetworksByTheirAddresses(String host) {
        URI address = URI.create("http://" + host + "/tsa");
        TimestampHttp authority = new TimestampHttp(address, false);
        assertThat(problem(authority)).isEqualTo(new TsaPrivate(address));
        assertThatThrownBy(authority::demandAllowed).hasMessageContaining("TSA-PRIVATE");
        assertThatCode(new TimestampHttp(address, true)::demandAllowed).doesNotThrowAnyException();
    }

    /** Whether there is such a name is told when it is asked. */
    @Test
    void whatIsNotKnownIsNotRefusedBefore() {
        assertThatCode(new TimestampHttp(URI.create("https://tsa.invalid/"), false)::demandAllowed)
                .doesNotThrowAnyException();
    }

    @Test
    void refusesACertificateThatIsNotForTimestamps() {
        try (TestTsa other = TestTsa.start(pki.signer(KeyKind.P256))) {
            assertThat(problem(new TimestampHttp(other.address(), true)))
                    .isInstanceOfAny(TsaInvalid.class, TsaUnreachable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://tsa.example/",
                "tsa.example",
                "http://",
                "http:///x",
                "http://a b/",
                "http://u:p@tsa.example/",
                "http://tsa.example:0/",
                "http://tsa.example:65536/",
                ""
            })
    void refusesAddressesThatAreNotHttp(String text) {
        assertThatThrownBy(() -> TimestampHttp.address(text))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new TsaAddressInvalid(text)));
    }

    @ParameterizedTest
    @EnumSource
    void stampsEveryDigest(DigestAlgorithm algorithm) throws Exception {
        Digest imprint = algorithm.of(new byte[] {1});
        TimeStampToken token = new TimeStampToken(new CMSSignedData(authority().token(imprint)));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(imprint.value());
    }

    @Test
    void asksTheNextAuthorityWhenOneFails() throws Exception {
        tsa.answer(Fault.HTTP_500);
        try (TestTsa second = TestTsa.start(pki)) {
            var both = new TimestampFallback(List.of(authority(), new TimestampHttp(second.address(), true)));
            assertThat(both.token(IMPRINT)).isNotEmpty();
            assertThat(tsa.requests()).isOne();
            assertThat(second.requests()).isOne();
        }
    }

    @Test
    void reportsTheLastProblemWhenAllFail() {
        tsa.answer(Fault.HTTP_500);
        try (TestTsa second = TestTsa.start(pki)) {
            second.answer(Fault.GARBAGE);
            var both = new TimestampFallback(List.of(authority(), new TimestampHttp(second.address(), true)));
            assertThat(problem(both)).isEqualTo(new TsaInvalid(second.address()));
        }
    }

    @Test
    void asksWhoFailedAfterTheOthers() throws Exception {
        tsa.answer(Fault.HTTP_500);
        try (TestTsa second = TestTsa.start(pki)) {
            var both = new TimestampFallback(List.of(authority(), new TimestampHttp(second.address(), true)));
            for (int document = 0; document < 5; document++) {
                assertThat(both.token(IMPRINT)).isNotEmpty();
            }
            assertThat(tsa.requests()).isOne();
            assertThat(second.requests()).isEqualTo(5);
        }
    }

    @Test
    void leavesASilentAuthorityAloneForAWhile() {
        tsa.answer(Fault.SILENT);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        var silent = new TimestampHttp(tsa.address(), true, Duration.ofMillis(300));
        var alone = new TimestampFallback(List.of(silent), now::get);
        for (int document = 0; document < 5; document++) {
            assertThat(problem(alone)).isEqualTo(new TsaUnreachable(tsa.address()));
        }
        assertThat(tsa.requests()).isOne();
        now.set(Instant.EPOCH.plus(TimestampFallback.PAUSE));
        assertThat(problem(alone)).isEqualTo(new TsaUnreachable(tsa.address()));
        assertThat(tsa.requests()).isEqualTo(2);
    }

    @Test
    void asksAgainWhoAnsweredBadly() {
        tsa.answer(Fault.HTTP_500);
        var alone = new TimestampFallback(List.of(authority()));
        problem(alone);
        problem(alone);
        assertThat(tsa.requests()).isEqualTo(2);
    }

    private TimestampHttp authority() {
        return new TimestampHttp(tsa.address(), true);
    }

    private static Problem problem(TimestampAuthority authority) {
        try {
            authority.token(IMPRINT);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("a token was given");
    }
}
