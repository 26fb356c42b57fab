// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * PC/SC in memory, with the habits of pcsc-lite: contexts that die with the service, at most 16 rows a call, unknown readers
 * that spoil the whole call, cancels that are lost where nobody waits.
 */
final class PcscInMemory implements Pcsc {

    private static final int MOST_ROWS = 16;

    /** A reader and what is in it. */
    private record Slot(int flags, Optional<Atr> atr, int events) {
        int event() {
            return flags | events << 16;
        }
    }

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private Optional<Problem> absent = Optional.empty();
    private boolean tellsReaderEvents = true;
    private boolean patient;
    private boolean restless;
    private boolean deaf;
    private boolean running = true;
    private int death = PcscCode.COMM_ERROR;
    private int refusal = PcscCode.NO_SERVICE;
    private OptionalInt lastRefusal = OptionalInt.empty();
    private Optional<String> vanishing = Optional.empty();
    private int readerEvents = 1;
    private int generation;
    private int contexts;
    private int waits;

    /** As on macOS. */
    synchronized PcscInMemory withoutReaderEvents() {
        tellsReaderEvents = false;
        return this;
    }

    /** Waits have no limit. */
    synchronized PcscInMemory patient() {
        patient = true;
        return this;
    }

    /** Waits end at once, for no reason. */
    synchronized PcscInMemory restless() {
        restless = true;
        return this;
    }

    /** Answers nothing until it is ended. */
    synchronized PcscInMemory deaf() {
        deaf = true;
        return this;
    }

    synchronized void endDeafness() {
        deaf = false;
        notifyAll();
    }

    synchronized void uninstall(Problem why) {
        absent = Optional.of(why);
        die();
    }

    synchronized void install() {
        absent = Optional.empty();
        notifyAll();
    }

    /** @param code what calls answer that were under way */
    synchronized void stop(int code) {
        stop(code, PcscCode.NO_SERVICE);
    }

    /** @param then what new contexts are refused with */
    synchronized void stop(int code, int then) {
        death = code;
        refusal = then;
        running = false;
        die();
    }

    /** The next context is refused with this. */
    synchronized void refuseOnce(int code) {
        lastRefusal = OptionalInt.of(code);
    }

    private void die() {
        generation++;
        notifyAll();
    }

    synchronized void start() {
        running = true;
    }

    synchronized void plug(String reader) {
        slots.put(reader, new Slot(ReaderStatus.EMPTY, Optional.empty(), 0));
        readersChanged();
    }

    synchronized void unplug(String reader) {
        slots.remove(reader);
        readersChanged();
    }

    private void readersChanged() {
        readerEvents++;
        notifyAll();
    }

    /** Goes after it was listed. */
    synchronized void vanishAfterListing(String reader) {
        vanishing = Optional.of(reader);
    }

    synchronized void insert(String reader, Atr atr) {
        put(reader, ReaderStatus.PRESENT, Optional.of(atr));
    }

    synchronized void put(String reader, int flags, Optional<Atr> atr) {
        slots.compute(reader, (_, slot) -> new Slot(flags, atr, slot == null ? 0 : slot.events() + 1));
        notifyAll();
    }

    synchronized void remove(String reader) {
        put(reader, ReaderStatus.EMPTY, Optional.empty());
    }

    /** Out and in again before anybody looks. */
    synchronized void swap(String reader, Atr atr) {
        remove(reader);
        insert(reader, atr);
    }

    synchronized int contexts() {
        return contexts;
    }

    synchronized int waits() {
        return waits;
    }

    synchronized void awaitWaits(int count) throws InterruptedException {
        while (waits < count) {
            wait();
        }
    }

    @Override
    public synchronized Context establish() throws PcscFailure {
        awaitHearing();
        if (absent.isPresent()) {
            throw PcscFailure.unreachable(absent.get());
        }
        if (!running) {
            int code = lastRefusal.orElse(refusal);
            lastRefusal = OptionalInt.empty();
            throw PcscFailure.of("SCardEstablishContext", code);
        }
        contexts++;
        return new ContextInMemory(generation);
    }

    private void awaitHearing() {
        try {
            while (deaf) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    private final class ContextInMemory implements Context {

        private final int born;
        private boolean waiting;
        private boolean cancelled;

        ContextInMemory(int born) {
            this.born = born;
        }

        private void demandLife(String call) throws PcscFailure {
            if (born != generation) {
                throw PcscFailure.of(call, death);
            }
        }

        @Override
        public List<String> readers() throws PcscFailure {
            synchronized (PcscInMemory.this) {
                demandLife("SCardListReaders");
                List<String> names = List.copyOf(slots.keySet());
                vanishing.ifPresent(PcscInMemory.this::unplug);
                vanishing = Optional.empty();
                return names;
            }
        }

        @Override
        public List<ReaderStatus> change(List<ReaderStatus> known, Duration limit) throws PcscFailure {
            synchronized (PcscInMemory.this) {
                if (known.isEmpty() || known.size() > MOST_ROWS) {
                    throw PcscFailure.of("SCardGetStatusChange", 0x80100004);
                }
                for (ReaderStatus each : known) {
                    if (!each.name().equals(ReaderStatus.ANY_READER) && !slots.containsKey(each.name())) {
                        throw PcscFailure.of("SCardGetStatusChange", PcscCode.UNKNOWN_READER);
                    }
                }
                if (limit.isPositive()) {
                    waits++;
                    PcscInMemory.this.notifyAll();
                }
                return await(known, limit);
            }
        }

        private List<ReaderStatus> await(List<ReaderStatus> known, Duration limit) throws PcscFailure {
            long end = System.nanoTime() + limit.toNanos();
            waiting = true;
            try {
                while (true) {
                    demandLife("SCardGetStatusChange");
                    List<ReaderStatus> now = known.stream().map(this::now).toList();
                    long left = end - System.nanoTime();
                    if (now.stream().anyMatch(each -> each.has(ReaderStatus.CHANGED)) || restless) {
                        return now;
                    }
                    if (cancelled || (left <= 0 && !(patient && limit.isPositive()))) {
                        return List.of();
                    }
                    TimeUnit.NANOSECONDS.timedWait(PcscInMemory.this, patient ? Long.MAX_VALUE : left);
                }
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts", e);
            } finally {
                waiting = false;
                cancelled = false;
            }
        }

        private ReaderStatus now(ReaderStatus known) {
            if (known.name().equals(ReaderStatus.ANY_READER)) {
                int event = tellsReaderEvents ? readerEvents << 16 : ReaderStatus.UNKNOWN;
                boolean told = known.event() == ReaderStatus.UNAWARE || known.known() == event;
                return new ReaderStatus(known.name(), event | (told ? 0 : ReaderStatus.CHANGED), Optional.empty());
            }
            Slot slot = slots.get(known.name());
            if (slot == null) {
                int gone = ReaderStatus.UNKNOWN | ReaderStatus.UNAVAILABLE | ReaderStatus.CHANGED;
                return new ReaderStatus(known.name(), gone, Optional.empty());
            }
            boolean same = known.event() != ReaderStatus.UNAWARE && known.known() == slot.event();
            return new ReaderStatus(known.name(), slot.event() | (same ? 0 : ReaderStatus.CHANGED), slot.atr());
        }

        @Override
        public void cancel() {
            synchronized (PcscInMemory.this) {
                cancelled = waiting;
                PcscInMemory.this.notifyAll();
            }
        }

        @Override
        public void close() {}
    }
}
