// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.Journal;
import cat.segell.batch.JournalEntry;
import cat.segell.batch.journal.PendingWork.Origin;
import cat.segell.batch.journal.PendingWork.Tries;
import cat.segell.document.Digest;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.BatchInUse;
import cat.segell.problem.UsageProblem.BatchUnknown;
import cat.segell.signature.SignatureLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All batches of one home, in one file that several processes share. */
public final class SqliteJournal {

    private final Path folder;
    private final Path natives;
    private final Duration kept;
    private final InstantSource clock;

    /**
     * @param folder on a local disk
     * @param natives where SQLite's library is laid before it is loaded: no folder that others can write to
     * @param kept how long a batch stays after it was last worked at
     */
    public SqliteJournal(Path folder, Path natives, Duration kept, InstantSource clock) {
        this.folder = folder;
        this.natives = natives;
        this.kept = kept;
        this.clock = clock;
    }

    private Database open() throws ProblemException {
        return Database.open(folder.resolve("journal.db"), natives);
    }

    /** @param services who is asked, for whoever takes the batch up again */
    public Journal asking(AskedServices services) {
        return request -> begin(request, services);
    }

    private JournalEntry begin(BatchRequest request, AskedServices services) throws ProblemException {
        String id = UUID.randomUUID().toString();
        Database database = open();
        try {
            sweep(database);
            BatchLock lock = lock(id);
            try {
                List<Integer> numbers = new ArrayList<>();
                long now = clock.millis();
                BatchOrder order = BatchOrder.of(request, services);
                database.write(() -> {
                    database.update("INSERT INTO batch VALUES (?, ?, ?, ?)", id, now, now, RecordJson.written(order));
                    for (BatchDocument document : request.documents()) {
                        database.update(
                                "INSERT INTO document (batch, number, named, state) VALUES (?, ?, ?, ?)",
                                id,
                                numbers.size(),
                                RecordJson.written(document),
                                DocumentState.OPEN.name());
                        numbers.add(numbers.size());
                    }
                });
                return new WrittenBatch(new WrittenBatch.Run(id, order, numbers), database, lock, clock, true);
            } catch (ProblemException e) {
                lock.close();
                throw e;
            }
        } catch (ProblemException e) {
            database.close();
            throw e;
        }
    }

    private BatchLock lock(String id) throws ProblemException {
        return BatchLock.take(folder, id).orElseThrow(() -> new ProblemException(new BatchInUse(id)));
    }

    /** Newest first. */
    public List<JournaledBatch> list() throws ProblemException {
        if (!isThere()) {
            return List.of();
        }
        try (Database database = open()) {
            sweep(database);
            List<JournaledBatch> batches = new ArrayList<>();
            for (String id :
                    database.query(row -> row.getString(1), "SELECT id FROM batch ORDER BY created DESC, rowid DESC")) {
                find(database, id).ifPresent(batches::add);
            }
            return batches;
        }
    }

    /**
     * @param id or what it begins with, four characters at least, where no other one begins so
     * @throws ProblemException {@code BATCH-UNKNOWN}
     */
    public JournaledBatch find(String id) throws ProblemException {
        if (!isThere() || !id.matches("[0-9a-fA-F-]{4,36}")) {
            throw new ProblemException(new BatchUnknown(id));
        }
        try (Database database = open()) {
            return find(database, whole(database, id)).orElseThrow(() -> new ProblemException(new BatchUnknown(id)));
        }
    }

    private static String whole(Database database, String id) throws ProblemException {
        List<String> ids =
                database.query(row -> row.getString(1), "SELECT id FROM batch WHERE id LIKE ? || '%' LIMIT 2", id);
        if (ids.size() != 1) {
            throw new ProblemException(new BatchUnknown(id));
        }
        return ids.getFirst();
    }

    private Optional<JournaledBatch> find(Database database, String id) throws ProblemException {
        boolean running = BatchLock.isHeld(folder, id);
        List<JournaledDocument> documents = documents(database, id);
        return database
                .query(
                        row -> new JournaledBatch(
                                id,
                                Instant.ofEpochMilli(row.getLong(1)),
                                running,
                                RecordJson.read(row.getString(2), BatchOrder.class),
                                documents),
                        "SELECT created, ordered FROM batch WHERE id = ?",
                        id)
                .stream()
                .findFirst();
    }

    private static List<JournaledDocument> documents(Database database, String id) throws ProblemException {
        return database.query(
                SqliteJournal::document,
                "SELECT number, named, state, content, place, signed, part, output, level, pending, problem FROM document"
                        + " WHERE batch = ? ORDER BY number",
                id);
    }

    private static JournaledDocument document(ResultSet row) throws SQLException, IOException {
        String place = row.getString("place");
        return new JournaledDocument(
                row.getInt("number"),
                RecordJson.read(row.getString("named"), BatchDocument.class),
                DocumentState.valueOf(row.getString("state")),
                text(row, "content").flatMap(Digest::of),
                place == null ? Optional.empty() : Optional.of(RecordJson.read(place, OutputName.class)),
                text(row, "signed").flatMap(Digest::of),
                text(row, "part").map(Path::of),
                text(row, "output").map(Path::of),
                text(row, "level").flatMap(SignatureLevel::of),
                text(row, "pending").flatMap(SignatureLevel::of),
                text(row, "problem"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /**
     * Takes up again what is left of a batch: what isn't signed, nor was left alone on purpose. What had been signed when it was
     * broken off, and is in its place, is found there first.
     *
     * @param id as in {@link #find(String)}
     * @throws ProblemException {@code BATCH-UNKNOWN}, {@code BATCH-IN-USE} or {@code BATCH-DONE}
     */
    public Resumption resume(String id) throws ProblemException {
        JournaledBatch found = find(id);
        BatchLock lock = lock(found.id());
        try {
            Database database = open();
            try {
                settle(database, found);
                // As it is now that nobody else works at it.
                return Resumption.of(find(found.id()), database, lock, clock);
            } catch (ProblemException e) {
                database.close();
                throw e;
            }
        } catch (ProblemException e) {
            lock.close();
            throw e;
        }
    }

    private void settle(Database database, JournaledBatch batch) throws ProblemException {
        for (JournaledDocument document : batch.documents()) {
            if (document.state() != DocumentState.PLACING) {
                continue;
            }
            Optional<Path> there = PlacedFile.of(document);
            document.part().ifPresent(OutputFile::discard);
            database.write(() -> {
                if (there.isPresent()) {
                    settle(database, batch, document, there.get());
                } else {
                    database.update(
                            "UPDATE document SET state = ?, level = NULL, pending = NULL, problem = NULL"
                                    + " WHERE batch = ? AND number = ?",
                            DocumentState.OPEN.name(),
                            batch.id(),
                            document.number());
                }
            });
        }
    }

    /** What it lacks is known from before it was laid there; of a receipt nobody knows. */
    private void settle(Database database, JournaledBatch batch, JournaledDocument document, Path there)
            throws SQLException {
        database.update(
                "UPDATE document SET state = ?, output = ? WHERE batch = ? AND number = ?",
                DocumentState.SIGNED.name(),
                there.toString(),
                batch.id(),
                document.number());
        PendingWork work = PendingWork.of(
                new Origin(batch.id(), document.number()),
                there,
                document.signed().orElseThrow(),
                document.pending(),
                batch.order().notarise(),
                batch.order().services(),
                new Tries(clock.instant(), 0, clock.instant(), document.problem()));
        if (!work.isDone()) {
            PendingTable.insert(database, work);
        }
    }

    /**
     * Forgets a batch; the documents stay.
     *
     * @param id as in {@link #find(String)}
     * @throws ProblemException {@code BATCH-UNKNOWN} or {@code BATCH-IN-USE}
     */
    public JournaledBatch forget(String id) throws ProblemException {
        JournaledBatch found = find(id);
        try (BatchLock lock = lock(found.id());
                Database database = open()) {
            WrittenBatch.delete(database, found.id());
            lock.delete();
            return found;
        }
    }

    private void sweep(Database database) throws ProblemException {
        List<String> old = database.query(
                row -> row.getString(1),
                "SELECT id FROM batch WHERE touched < ?",
                clock.instant().minus(kept).toEpochMilli());
        for (String id : old) {
            Optional<BatchLock> lock = BatchLock.take(folder, id);
            if (lock.isPresent()) {
                try (BatchLock free = lock.get()) {
                    WrittenBatch.delete(database, id);
                    free.delete();
                }
            }
        }
    }

    private boolean isThere() {
        return Files.exists(folder.resolve("journal.db"));
    }
}
