// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.batch.journal.PendingJournal;
import cat.segell.batch.journal.SqliteJournal;
import java.time.Duration;
import java.time.InstantSource;

/** Builds the journal of batches, and of what they left pending. */
final class JournalWiring {

    /** How long batches are remembered; the help of {@code segell batch list} says it too. */
    private static final Duration KEPT = Duration.ofDays(30);

    private JournalWiring() {}

    static SqliteJournal of(AppDirs dirs) {
        return new SqliteJournal(dirs.batches(), dirs.natives(), KEPT, InstantSource.system());
    }

    static PendingJournal pending(AppDirs dirs) {
        return new PendingJournal(dirs.batches(), dirs.natives(), InstantSource.system());
    }
}
