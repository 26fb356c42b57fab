// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.Pcsc;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** {@code segell cards --watch}: a line for each change, until the person ends it. */
final class CardsWatch {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final ReadersSnapshot NOTHING = new ReadersSnapshot(List.of(), Optional.empty());

    private final Out out;
    private final Catalogue catalogue;

    CardsWatch(Out out, Catalogue catalogue) {
        this.out = out;
        this.catalogue = catalogue;
    }

    /** @return only where this thread is interrupted; Ctrl+C ends the process */
    int run(Pcsc pcsc) {
        out.say("cards.watching");
        BlockingQueue<ReadersSnapshot> snapshots = new LinkedBlockingQueue<>();
        try (ReaderWatch _ = ReaderWatch.start(pcsc, snapshots::add)) {
            ReadersSnapshot before = NOTHING;
            while (true) {
                ReadersSnapshot now = snapshots.take();
                new ReaderWords(out.texts(), catalogue).news(before, now).forEach(this::tell);
                ReaderWords.obstacle(before, now)
                        .map(problem -> out.words(problem, ""))
                        .ifPresent(this::tell);
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.DONE;
        }
    }

    private void tell(String news) {
        out.line(CLOCK.format(LocalTime.now(ZoneId.systemDefault())) + "  " + news);
    }
}
