// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.Rounds;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon a card, its removal, and the readers' service coming back are seen, against the real daemon; printed, for
 * {@code docs/benchmarks.md}. The time includes what the daemon and its driver take to notice.
 */
@Tag("system")
@Tag("privileged")
@Timeout(600)
class SightingDelayTest {

    private static final String READER = "Virtual";

    @TempDir
    Path home;

    private final Sightings sightings = new Sightings();
    private PcscDaemon daemon;

    @BeforeEach
    void make() {
        daemon = PcscDaemon.in(home.resolve("d"));
        ClientSocket.pointTo(daemon);
        daemon.start(READER);
    }

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void cardsAndReadersAreSeenWhenTheyComeAndGo() {
        VirtualPivCard card = VirtualPivCard.employee(TestPki.create());
        int rounds = Rounds.of(5, 100);
        long[] in = new long[rounds];
        long[] out = new long[rounds];
        long[] back = new long[Math.max(1, rounds / 5)];
        try (ReaderWatch _ = ReaderWatch.start(new PcscNative(home.resolve("native")), sightings)) {
            sightings.await(now -> !now.readers().isEmpty());
            for (int i = 0; i < rounds; i++) {
                in[i] = millis(() -> daemon.reader().insert(card), SightingDelayTest::cardIn);
                out[i] = millis(() -> daemon.reader().remove(), now -> !cardIn(now));
            }
            for (int i = 0; i < back.length; i++) {
                daemon.stop();
                sightings.await(now -> now.obstacle().isPresent());
                daemon.start(READER);
                back[i] = millis(() -> {}, now -> !now.readers().isEmpty());
            }
        }
        print("a card is put in", in);
        print("a card is taken out", out);
        print("the readers' service is back", back);
    }

    private static boolean cardIn(ReadersSnapshot now) {
        return now.readers().stream().anyMatch(reader -> reader.atr().isPresent());
    }

    private long millis(Runnable deed, Predicate<ReadersSnapshot> seen) {
        long begun = System.nanoTime();
        deed.run();
        sightings.await(seen);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static void print(String what, long[] millis) {
        Arrays.sort(millis);
        System.err.printf(
                "%s, until it is seen: median %d ms, longest %d ms of %d%n",
                what, millis[millis.length / 2], millis[millis.length - 1], millis.length);
    }
}
