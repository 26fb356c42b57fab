// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.journal.PendingTable.Ended;
import cat.segell.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What signed files of one home still lack. It stays when its batch is forgotten. Where nothing was ever signed, nothing is made. */
public final class PendingJournal {

    private static final String TURN = "queue";

    private final Path folder;
    private final Path natives;
    private final InstantSource clock;

    /** @param folder of the batches, as {@code natives} in {@link SqliteJournal} */
    public PendingJournal(Path folder, Path natives, InstantSource clock) {
        this.folder = folder;
        this.natives = natives;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<PendingWork> list() throws ProblemException {
        return read(PendingTable::list);
    }

    /** What nothing more is done for, and nobody was told of yet. */
    public List<Ended> ended() throws ProblemException {
        return read(PendingTable::ended);
    }

    /** Nothing more is done for these, and nobody told of them. */
    public void forget(List<PendingWork> works) throws ProblemException {
        if (works.isEmpty()) {
            return;
        }
        try (Database database = Database.open(file(), natives)) {
            database.write(() -> {
                for (PendingWork work : works) {
                    PendingTable.delete(database, work.origin());
                }
            });
        }
    }

    private interface Reading<T> {
        List<T> of(Database database) throws ProblemException;
    }

    private <T> List<T> read(Reading<T> reading) throws ProblemException {
        if (!Files.exists(file())) {
            return List.of();
        }
        try (Database database = Database.open(file(), natives)) {
            return reading.of(database);
        }
    }

    /** @return absent where another one works at it, in this process or elsewhere */
    public Optional<PendingTable> take() throws ProblemException {
        Database database = Database.open(file(), natives);
        Optional<PendingTable> taken = Optional.empty();
        try {
            taken = BatchLock.take(folder, TURN).map(turn -> new PendingTable(folder, database, turn, clock));
            return taken;
        } finally {
            if (taken.isEmpty()) {
                database.close();
            }
        }
    }

    private Path file() {
        return folder.resolve("journal.db");
    }
}
