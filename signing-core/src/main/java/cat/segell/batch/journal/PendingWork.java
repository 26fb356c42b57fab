// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.document.Digest;
import cat.segell.notary.Metadata;
import cat.segell.signature.SignatureLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a signed file still lacks.
 *
 * @param written SHA-256 of the file as Segell wrote it; another one is left alone
 * @param level that it is to reach
 * @param receipt whether it is to be recorded in the ledger
 * @param services who is asked for its level
 * @param raise that was about to be done: whether it was, the file tells
 * @param outdated receipts of what the file was before, which others take the place of
 */
public record PendingWork(
        Origin origin,
        Path file,
        Digest written,
        Optional<SignatureLevel> level,
        boolean receipt,
        AskedServices services,
        Tries tries,
        Optional<Raise> raise,
        List<OldReceipt> outdated) {

    /** From here on it is a warning. */
    public static final Duration LONG = Duration.ofHours(24);

    /** In lists, for a receipt. */
    public static final String RECEIPT = "receipt";

    /** Where it comes from; the batch may be forgotten since. */
    public record Origin(String batch, int number) {}

    /** @param sha256 of the file when it has the level */
    public record Raise(Digest sha256, Path part, SignatureLevel level) {}

    /**
     * A receipt beside the file.
     *
     * @param sha256 of the receipt itself
     */
    public record OldReceipt(Path file, Digest sha256, Metadata metadata) {}

    /**
     * How often it was tried.
     *
     * @param due when it is tried next
     * @param problem the code of the last one
     */
    public record Tries(Instant since, int count, Instant due, Optional<String> problem) {

        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofHours(1);

        /** Once more in vain: each pause is twice as long as the one before. */
        public Tries failed(Instant now, String code) {
            // 2^6 minutes are more than the longest already.
            Duration pause = SHORTEST.multipliedBy(1L << Math.min(count, 6));
            return new Tries(
                    since, count + 1, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST), Optional.of(code));
        }

        /** Also where the clock was ahead when it was written down. */
        boolean isDue(Instant now) {
            return !due.isAfter(now) || due.isAfter(now.plus(LONGEST));
        }
    }

    public PendingWork {
        outdated = List.copyOf(outdated);
    }

    /** As it begins. */
    static PendingWork of(
            Origin origin,
            Path file,
            Digest written,
            Optional<SignatureLevel> level,
            boolean receipt,
            AskedServices services,
            Tries tries) {
        return new PendingWork(origin, file, written, level, receipt, services, tries, Optional.empty(), List.of());
    }

    public boolean isDue(Instant now) {
        return tries.isDue(now);
    }

    public boolean isOverdue(Instant now) {
        return tries.since().isBefore(now.minus(LONG));
    }

    /** Nothing is missing any more. */
    public boolean isDone() {
        return level.isEmpty() && !receipt;
    }

    /** The level's name, {@value #RECEIPT}, or both. */
    public List<String> wanted() {
        List<String> wanted = new ArrayList<>();
        level.ifPresent(missing -> wanted.add(missing.name()));
        if (receipt) {
            wanted.add(RECEIPT);
        }
        return wanted;
    }

    /** About to be raised; the receipts beside the file fit it no longer then. */
    PendingWork raising(Raise next, List<OldReceipt> beside) {
        return new PendingWork(origin, file, written, level, receipt, services, tries, Optional.of(next), beside);
    }

    /** What was about to be done is done. */
    PendingWork raised() {
        Raise done = raise.orElseThrow();
        return new PendingWork(
                origin,
                file,
                done.sha256(),
                level.filter(wanted -> wanted.compareTo(done.level()) > 0),
                receipt || !outdated.isEmpty(),
                services,
                tries,
                Optional.empty(),
                outdated);
    }

    PendingWork recorded() {
        return new PendingWork(origin, file, written, level, false, services, tries, raise, List.of());
    }

    PendingWork tried(Tries more) {
        return new PendingWork(origin, file, written, level, receipt, services, more, raise, outdated);
    }
}
