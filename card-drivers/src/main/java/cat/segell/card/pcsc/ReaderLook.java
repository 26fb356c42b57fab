// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at readers within one context. */
final class ReaderLook {

    /** pcsc-lite takes no more rows than this in one call (PCSCLITE_MAX_READERS_CONTEXTS). */
    private static final int MOST_ROWS = 16;

    /** Readers may go between the two calls of a look. */
    private static final int ATTEMPTS = 5;

    private final Pcsc.Context context;

    /** Absent where the platform doesn't know the name, as on macOS. */
    private final List<ReaderStatus> anyReader = new ArrayList<>();

    private List<ReaderStatus> seen = List.of();

    ReaderLook(Pcsc.Context context) {
        this.context = context;
    }

    /** All readers at this moment, without a watch. */
    static ReadersSnapshot once(Pcsc pcsc) {
        try (Pcsc.Context context = pcsc.establish()) {
            return ReadersSnapshot.of(new ReaderLook(context).readers());
        } catch (PcscFailure failure) {
            return ReadersSnapshot.without(failure.problem());
        }
    }

    /** Whether the platform tells of readers that come and go. */
    void askForReaderEvents() throws PcscFailure {
        ReaderStatus unaware = ReaderStatus.unaware(ReaderStatus.ANY_READER);
        anyReader.clear();
        try {
            List<ReaderStatus> answer = context.change(List.of(unaware), Duration.ZERO);
            ReaderStatus status = answer.isEmpty() ? unaware : answer.getFirst();
            if (!status.has(ReaderStatus.UNKNOWN)) {
                anyReader.add(status);
            }
        } catch (PcscFailure failure) {
            if (!failure.is(PcscCode.UNKNOWN_READER)) {
                throw failure;
            }
        }
    }

    List<Reader> readers() throws PcscFailure {
        for (int i = 1; i < ATTEMPTS; i++) {
            try {
                return look();
            } catch (PcscFailure failure) {
                if (!failure.is(PcscCode.UNKNOWN_READER) && !failure.is(PcscCode.READER_UNAVAILABLE)) {
                    throw failure;
                }
            }
        }
        return look();
    }

    private List<Reader> look() throws PcscFailure {
        List<ReaderStatus> now = new ArrayList<>();
        List<ReaderStatus> unaware =
                context.readers().stream().map(ReaderStatus::unaware).toList();
        for (int i = 0; i < unaware.size(); i += MOST_ROWS) {
            now.addAll(context.change(unaware.subList(i, Math.min(i + MOST_ROWS, unaware.size())), Duration.ZERO));
        }
        seen = List.copyOf(now);
        return seen.stream().map(ReaderStatus::reader).toList();
    }

    /** @return whether there is something to wait with: without a reader and without reader events there is nothing */
    boolean canWait() {
        return !anyReader.isEmpty() || !seen.isEmpty();
    }

    /** Returns when something is no longer as in the last look, or when the time is over; sometimes for no reason. */
    void await(Duration limit) throws PcscFailure {
        List<ReaderStatus> known = new ArrayList<>(seen.subList(0, Math.min(seen.size(), MOST_ROWS)));
        if (known.size() < MOST_ROWS) {
            known.addAll(anyReader);
        }
        try {
            for (ReaderStatus status : context.change(known, limit)) {
                if (status.name().equals(ReaderStatus.ANY_READER)) {
                    anyReader.set(0, status);
                }
            }
        } catch (PcscFailure failure) {
            // It went meanwhile: the next look says so.
            if (!failure.is(PcscCode.UNKNOWN_READER) && !failure.is(PcscCode.READER_UNAVAILABLE)) {
                throw failure;
            }
        }
    }
}
