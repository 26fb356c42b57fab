// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.problem.RevocationReason;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RememberedRevocationTest {

    private final X509Certificate certificate =
            TestPki.create().signer(KeyKind.P256).certificate();

    private Instant now = Instant.EPOCH;
    private RevocationState state = new Good();
    private int asked;

    private final RevocationCheck remembered = new RememberedRevocation(
            (_, _) -> {
                asked++;
                return state;
            },
            () -> now);

    @Test
    void asksAgainOnlyAfterAWhile() {
        assertAskedAfter(new Good(), RememberedRevocation.GOOD);
    }

    @Test
    void waitsNotEachTimeForWhoIsSilent() {
        assertAskedAfter(new NotKnown(new RevocationUnstated()), RememberedRevocation.NOT_KNOWN);
    }

    private void assertAskedAfter(RevocationState told, Duration pause) {
        state = told;
        assertThat(ask()).isEqualTo(told);
        now = now.plus(pause).minusMillis(1);
        assertThat(ask()).isEqualTo(told);
        assertThat(asked).isOne();
        now = now.plusMillis(1);
        ask();
        assertThat(asked).isEqualTo(2);
    }

    /** A suspension may have been lifted on the telephone just now. */
    @Test
    void asksAnewWhatSpokeAgainstTheCertificate() {
        state = new Suspended(now);
        ask();
        state = new Revoked(now, RevocationReason.SUPERSEDED);
        ask();
        state = new Good();
        assertThat(ask()).isEqualTo(new Good());
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void tellsCertificatesApart() {
        ask();
        remembered.of(TestPki.create().signer(KeyKind.P256).certificate(), List.of());
        assertThat(asked).isEqualTo(2);
    }

    /** Whoever has several certificates doesn't wait for one after the other. */
    @Test
    @Timeout(60)
    void asksOfDifferentCertificatesAtTheSameTime() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        RevocationCheck waiting = new RememberedRevocation(
                (_, _) -> {
                    both.countDown();
                    await(both);
                    return new Good();
                },
                () -> now);
        Thread other = Thread.ofVirtual()
                .start(() -> waiting.of(TestPki.create().signer(KeyKind.P256).certificate(), List.of()));
        assertThat(waiting.of(certificate, List.of())).isEqualTo(new Good());
        other.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RevocationState ask() {
        return remembered.of(certificate, List.of());
    }
}
