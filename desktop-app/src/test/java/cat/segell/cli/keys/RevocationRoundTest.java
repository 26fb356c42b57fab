// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.app.keys.ListedKey;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RevocationRoundTest {

    private static final int TWO_ROUNDS = 2 * RevocationRound.AT_ONCE;

    private final TestPki pki = TestPki.create();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CyclicBarrier together = new CyclicBarrier(RevocationRound.AT_ONCE);

    /** Nobody gets past the barrier alone. */
    @Test
    @Timeout(60)
    void asksSideBySideAndNeverMoreThanItShould() {
        List<ListedKey> keys = keys(false);
        List<KeyEntry> asked = new RevocationRound(this::check).ask(keys);
        assertThat(most).hasValue(RevocationRound.AT_ONCE);
        assertThat(asked)
                .as("in the order of the keys")
                .extracting(KeyEntry::key)
                .containsExactlyElementsOf(
                        keys.stream().map(each -> each.credential().key()).toList());
        assertThat(asked).allSatisfy(entry -> assertThat(entry.revocation()).isEqualTo(new Good()));
    }

    @Test
    void nobodyIsAskedOfPracticeKeys() {
        RevocationCheck nobody = (_, _) -> {
            throw new IllegalStateException("asked");
        };
        assertThat(new RevocationRound(nobody).ask(keys(true)))
                .hasSize(TWO_ROUNDS)
                .allSatisfy(entry -> assertThat(entry.revocation()).isEqualTo(new NotAsked()));
    }

    private Good check(X509Certificate certificate, List<X509Certificate> others) {
        most.accumulateAndGet(under.incrementAndGet(), Math::max);
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(certificate + " with " + others, e);
        } finally {
            under.decrementAndGet();
        }
        return new Good();
    }

    private List<ListedKey> keys(boolean practice) {
        List<Credential> keys = IntStream.range(0, TWO_ROUNDS)
                .mapToObj(number -> key("key-" + number, practice))
                .toList();
        return ListedKey.of(keys, Instant.now(), false);
    }

    private Credential key(String name, boolean practice) {
        X509Certificate certificate = pki.signer(KeyKind.P256).certificate();
        Token token = new Token("Card", "1", PinState.READY, PinTries.ENOUGH);
        return new Credential(CredentialId.of(certificate, "1", name), name, certificate, List.of(), token, practice);
    }
}
