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
 * How soon a card, its removal, a service that ends or starts, and a reader that came or went meanwhile are seen, against the
 * real daemon; printed, for {@code docs/benchmarks.md}. The time begins with the deed itself: it includes what the daemon and
 * its driver take to notice, to end, and to start. A virtual reader can't be plugged in: it comes and goes with the service.
 */
@Tag("system")
@Tag("privileged")
@Timeout(600)
class SightingDelayTest {

    private static final String READER = "Virtual";
    private static final String OTHER = "Un altre";

    /** The virtual driver makes two of each, and each is a reader to the system. */
    private static final int SLOTS = 2;

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
        int starts = Math.max(1, rounds / 5);
        long[] stopped = new long[starts];
        long[] back = new long[starts];
        long[] come = new long[starts];
        long[] gone = new long[starts];
        try (ReaderWatch _ = ReaderWatch.start(new PcscNative(home.resolve("native")), sightings)) {
            sightings.await(now -> !now.readers().isEmpty());
            for (int i = 0; i < rounds; i++) {
                in[i] = millis(() -> daemon.reader().insert(card), SightingDelayTest::cardIn);
                out[i] = millis(() -> daemon.reader().remove(), now -> !cardIn(now));
            }
            for (int i = 0; i < starts; i++) {
                stopped[i] = stopping();
                back[i] = starting(READER);
                stopping();
                come[i] = starting(READER, OTHER);
                stopping();
                gone[i] = starting(READER);
            }
        }
        print("a card is put in", in);
        print("a card is taken out", out);
        print("the readers' service ends", stopped);
        print("the readers' service is started", back);
        print("it is started with a reader more", come);
        print("it is started with a reader less", gone);
    }

    private long stopping() {
        return millis(daemon::stop, now -> now.obstacle().isPresent());
    }

    private long starting(String... names) {
        return millis(() -> daemon.start(names), now -> now.readers().size() == SLOTS * names.length);
    }

    private static boolean cardIn(ReadersSnapshot now) {
        return now.readers().stream().anyMatch(reader -> reader.atr().isPresent());
    }

    private long millis(Runnable deed, Predicate<ReadersSnapshot> seen) {
        long begun = System.nanoTime();
        deed.run();
        // The deed may take longer than it takes to see it: the daemon's log is waited for.
        return TimeUnit.NANOSECONDS.toMillis(sightings.awaitTold(seen).at() - begun);
    }

    private static void print(String what, long[] millis) {
        Arrays.sort(millis);
        System.err.printf(
                "%s, until it is seen: median %d ms, longest %d ms of %d%n",
                what, millis[millis.length / 2], millis[millis.length - 1], millis.length);
    }
}
