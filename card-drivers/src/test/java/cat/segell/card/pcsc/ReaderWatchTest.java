// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.CardMute;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.PcscFailed;
import cat.segell.problem.ReaderProblem.PcscForbidden;
import cat.segell.problem.ReaderProblem.PcscNone;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.problem.ReaderProblem.ReaderNone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ReaderWatchTest {

    private static final Atr CARD = new Atr("3B7F96000080318065B0850300EF120FFE829000");
    private static final String READER = "Generic Smart Card Reader 00 00";

    private final PcscInMemory pcsc = new PcscInMemory();
    private final Sightings sightings = new Sightings();
    private Optional<ReaderWatch> watch = Optional.empty();

    private ReadersSnapshot begin() {
        watch = Optional.of(ReaderWatch.start(pcsc, sightings));
        return sightings.next();
    }

    @AfterEach
    void end() {
        watch.ifPresent(ReaderWatch::close);
    }

    @Test
    void aServiceThatIsNotRunningIsTold() {
        pcsc.stop(PcscCode.COMM_ERROR);
        assertThat(begin().finding()).contains(new PcscServiceDown());
        pcsc.plug(READER);
        pcsc.start();
        assertThat(names(sightings.next())).containsExactly(READER);
    }

    /** What calls answer when their service ends: the daemon's death, a stop, a remote session that was left, a shutdown. */
    @ParameterizedTest
    @ValueSource(ints = {0x80100013, 0x8010001D, 0x8010001E, 0x80100003, 0x80100012, 0x80100018, 6})
    void survivesTheEndOfTheService(int code) {
        pcsc.plug(READER);
        begin();
        pcsc.stop(code);
        assertThat(sightings.next()).isEqualTo(ReadersSnapshot.without(new PcscServiceDown()));
        pcsc.start();
        assertThat(names(sightings.next())).containsExactly(READER);
        assertThat(pcsc.contexts()).isGreaterThan(1);
    }

    @Test
    void anUnknownAnswerIsToldAsItIs() {
        begin();
        pcsc.stop(0x80100014);
        assertThat(sightings.next().obstacle()).contains(new PcscFailed("SCardGetStatusChange", "0x80100014"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8010006A, 0x80100027})
    void aSessionWithoutRightsIsTold(int code) {
        pcsc.stop(PcscCode.COMM_ERROR, code);
        assertThat(begin().finding()).contains(new PcscForbidden());
    }

    @Test
    void aServiceThatRefusesWhileItEndsIsNotCalledForbidding() {
        pcsc.plug(READER);
        begin();
        pcsc.refuseOnce(PcscCode.SECURITY_VIOLATION);
        pcsc.stop(PcscCode.COMM_ERROR);
        sightings.next();
        pcsc.start();
        sightings.next();
        assertThat(sightings.all()).noneMatch(each -> each.obstacle().equals(Optional.of(new PcscForbidden())));
    }

    @Test
    void noPcscIsAFindingAndIsToldOnce() throws InterruptedException {
        pcsc.uninstall(new PcscNone());
        assertThat(begin().finding()).contains(new PcscNone());
        pcsc.plug(READER);
        pcsc.install();
        pcsc.awaitWaits(1);
        assertThat(names(sightings.next())).containsExactly(READER);
        assertThat(sightings.all()).hasSize(2);
    }

    @Test
    void aReaderThatGoesBetweenTwoCallsSpoilsNothing() {
        pcsc.plug(READER);
        pcsc.plug("Another 00 00");
        begin();
        pcsc.vanishAfterListing("Another 00 00");
        assertThat(names(sightings.next())).containsExactly(READER);
        assertThat(sightings.all())
                .allSatisfy(each -> assertThat(each.obstacle()).isEmpty());
    }

    @Test
    void aMistakeOfOursDoesNotEndTheWatch() {
        pcsc.plug(READER);
        AtomicInteger attempts = new AtomicInteger();
        Pcsc mistaken = () -> {
            if (attempts.getAndIncrement() == 0) {
                throw new IllegalStateException("a mistake");
            }
            return pcsc.establish();
        };
        watch = Optional.of(ReaderWatch.start(mistaken, sightings));
        assertThat(names(sightings.next())).containsExactly(READER);
    }

    @Test
    void aListenersMistakeIsItsOwn() {
        pcsc.plug(READER);
        AtomicInteger told = new AtomicInteger();
        watch = Optional.of(ReaderWatch.start(pcsc, now -> {
            sightings.accept(now);
            if (told.getAndIncrement() == 0) {
                throw new IllegalStateException("a mistake");
            }
        }));
        sightings.next();
        pcsc.plug("Another 00 00");
        assertThat(names(sightings.next())).contains("Another 00 00");
    }

    @Test
    void withoutReadersThereIsNoReader() {
        assertThat(begin().finding()).contains(new ReaderNone());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesReadersComeAndGo(boolean tells) {
        if (!tells) {
            pcsc.withoutReaderEvents();
        }
        begin();
        pcsc.plug(READER);
        assertThat(sightings.next().finding()).contains(new CardNone());
        pcsc.plug("TS redirected 0");
        assertThat(names(sightings.next())).containsExactly(READER, "TS redirected 0");
        pcsc.unplug(READER);
        assertThat(names(sightings.next())).containsExactly("TS redirected 0");
        pcsc.unplug("TS redirected 0");
        assertThat(sightings.next().readers()).isEmpty();
    }

    @Test
    void seesCardsComeAndGo() {
        pcsc.plug(READER);
        begin();
        pcsc.insert(READER, CARD);
        ReadersSnapshot inserted = sightings.next();
        assertThat(inserted.finding()).isEmpty();
        assertThat(inserted.readers().getFirst().state()).isEqualTo(ReaderState.CARD);
        assertThat(inserted.readers().getFirst().atr()).contains(CARD);
        pcsc.remove(READER);
        assertThat(sightings.next().readers().getFirst().state()).isEqualTo(ReaderState.EMPTY);
    }

    @Test
    void aCardThatWasChangedForOneOfTheSameKindIsNews() {
        pcsc.plug(READER);
        pcsc.insert(READER, CARD);
        Reader before = begin().readers().getFirst();
        pcsc.swap(READER, CARD);
        Reader after = sightings.next().readers().getFirst();
        assertThat(after.atr()).isEqualTo(before.atr());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void tellsWhatIsInAReader() {
        pcsc.plug(READER);
        begin();
        put(ReaderStatus.PRESENT | ReaderStatus.MUTE, ReaderState.MUTE, Optional.of(new CardMute(READER)));
        put(ReaderStatus.PRESENT | ReaderStatus.EXCLUSIVE, ReaderState.EXCLUSIVE, Optional.empty());
        put(ReaderStatus.PRESENT | ReaderStatus.IN_USE, ReaderState.CARD, Optional.empty());
        put(ReaderStatus.UNAVAILABLE, ReaderState.UNAVAILABLE, Optional.of(new CardNone()));
        put(ReaderStatus.EMPTY, ReaderState.EMPTY, Optional.of(new CardNone()));
    }

    private void put(int flags, ReaderState state, Optional<Problem> finding) {
        pcsc.put(READER, flags, Optional.of(CARD));
        ReadersSnapshot now = sightings.next();
        assertThat(now.readers().getFirst().state()).isEqualTo(state);
        assertThat(now.finding()).isEqualTo(finding);
    }

    @Test
    void anEmptyReaderHasNoAnswerToReset() {
        pcsc.plug(READER);
        begin();
        pcsc.put(READER, ReaderStatus.EMPTY, Optional.of(CARD));
        assertThat(sightings.next().readers().getFirst().atr()).isEmpty();
    }

    @Test
    void seesMoreReadersThanOneCallTakes() {
        List<String> many =
                IntStream.range(0, 40).mapToObj(i -> "Reader %02d".formatted(i)).toList();
        many.forEach(pcsc::plug);
        assertThat(names(begin())).isEqualTo(many);
        pcsc.insert("Reader 39", CARD);
        assertThat(sightings.next().readers().getLast().atr()).contains(CARD);
    }

    @Test
    void whatNoEventToldIsSeenWithinASecond() {
        assertThat(ReaderWatch.LOOK_AGAIN.plus(ReaderWatch.BREATH)).isLessThan(Duration.ofSeconds(1));
        assertThat(ReaderWatch.TRY_AGAIN.plus(ReaderWatch.BREATH)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void closesAlthoughTheWaitHasNoEnd() throws InterruptedException {
        pcsc.patient().plug(READER);
        begin();
        pcsc.awaitWaits(1);
        watch.orElseThrow().close();
        pcsc.insert(READER, CARD);
        assertThat(sightings.all()).hasSize(1);
    }

    @Test
    void closesAlthoughTheServiceAnswersNothing() {
        pcsc.deaf().plug(READER);
        ReaderWatch.start(pcsc, sightings).close();
        pcsc.endDeafness();
        assertThat(sightings.all()).isEmpty();
    }

    @Test
    void whoLooksAtACardDoesNotMakeItAnother() {
        pcsc.plug(READER);
        pcsc.insert(READER, CARD);
        ReadersSnapshot card = begin();
        Reader seen = card.readers().getFirst();
        ReadersSnapshot taken = one(new Reader(READER, ReaderState.EXCLUSIVE, seen.atr(), seen.events()));
        assertThat(taken.sameCards(card)).isTrue();
        pcsc.plug("Another, empty");
        assertThat(sightings.next().sameCards(card)).isTrue();
        assertThat(one(new Reader(READER, seen.state(), seen.atr(), seen.events() + 2))
                        .sameCards(card))
                .isFalse();
        assertThat(one(new Reader("Elsewhere", seen.state(), seen.atr(), seen.events()))
                        .sameCards(card))
                .isFalse();
        assertThat(ReadersSnapshot.of(List.of()).sameCards(card)).isFalse();
    }

    private static ReadersSnapshot one(Reader reader) {
        return ReadersSnapshot.of(List.of(reader));
    }

    @Test
    void closesFromItsOwnThread() throws InterruptedException {
        pcsc.plug(READER);
        ReaderWatch closing = ReaderWatch.start(pcsc, snapshot -> {
            sightings.accept(snapshot);
            watch.ifPresent(ReaderWatch::close);
        });
        watch = Optional.of(closing);
        pcsc.insert(READER, CARD);
        sightings.next();
        closing.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(each -> each.getName().equals("readers"));
    }

    @Test
    void waitsThatEndForNoReasonDoNotKeepItBusy() throws InterruptedException {
        pcsc.restless().plug(READER);
        long begin = System.nanoTime();
        begin();
        pcsc.awaitWaits(11);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(ReaderWatch.BREATH.multipliedBy(10));
    }

    @Test
    void looksOnce() {
        pcsc.plug(READER);
        pcsc.insert(READER, CARD);
        assertThat(ReaderWatch.look(pcsc).readers().getFirst().atr()).contains(CARD);
        pcsc.stop(PcscCode.COMM_ERROR);
        assertThat(ReaderWatch.look(pcsc).finding()).contains(new PcscServiceDown());
    }

    private static List<String> names(ReadersSnapshot snapshot) {
        return snapshot.readers().stream().map(Reader::name).toList();
    }
}
