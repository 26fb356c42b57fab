// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.journal.PendingWork.OldReceipt;
import cat.segell.batch.journal.PendingWork.Origin;
import cat.segell.batch.journal.PendingWork.Raise;
import cat.segell.batch.journal.PendingWork.Tries;
import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is pending, in the hands of the one process that works at it. */
public final class PendingTable implements AutoCloseable {

    private final Path folder;
    private final Database database;
    private final BatchLock turn;
    private final InstantSource clock;

    /** @param turn held until this is closed */
    PendingTable(Path folder, Database database, BatchLock turn, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.turn = turn;
        this.clock = clock;
    }

    /** As one text. */
    record Renewal(List<OldReceipt> outdated) {}

    /** Within {@link Database#write}. */
    static void insert(Database database, PendingWork work) throws SQLException {
        database.update(
                "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                work.origin().batch(),
                work.origin().number(),
                work.file().toString(),
                work.written().toString(),
                work.level().map(SignatureLevel::name).orElse(null),
                work.receipt(),
                RecordJson.written(work.services()),
                work.tries().since().toEpochMilli(),
                work.tries().count(),
                work.tries().due().toEpochMilli(),
                work.tries().problem().orElse(null),
                work.raise().map(RecordJson::written).orElse(null),
                RecordJson.written(new Renewal(work.outdated())));
    }

    /** Within {@link Database#write}. */
    static void delete(Database database, Origin origin) throws SQLException {
        database.update("DELETE FROM pending WHERE batch = ? AND number = ?", origin.batch(), origin.number());
    }

    static List<PendingWork> list(Database database) throws ProblemException {
        return database.query(
                PendingTable::work, "SELECT * FROM pending WHERE ended IS NULL ORDER BY since, batch, number");
    }

    /**
     * What nothing more is done for.
     *
     * @param problem the code of what ended it
     */
    public record Ended(PendingWork work, String problem) {}

    static List<Ended> ended(Database database) throws ProblemException {
        return database.query(
                row -> new Ended(work(row), row.getString("ended")),
                "SELECT * FROM pending WHERE ended IS NOT NULL ORDER BY since, batch, number");
    }

    private static PendingWork work(ResultSet row) throws SQLException, IOException {
        String raise = row.getString("raise");
        return new PendingWork(
                new Origin(row.getString("batch"), row.getInt("number")),
                Path.of(row.getString("file")),
                Digest.of(row.getString("written")).orElseThrow(),
                Optional.ofNullable(row.getString("level")).flatMap(SignatureLevel::of),
                row.getBoolean("receipt"),
                RecordJson.read(row.getString("services"), AskedServices.class),
                new Tries(
                        Instant.ofEpochMilli(row.getLong("since")),
                        row.getInt("tries"),
                        Instant.ofEpochMilli(row.getLong("due")),
                        Optional.ofNullable(row.getString("problem"))),
                raise == null ? Optional.empty() : Optional.of(RecordJson.read(raise, Raise.class)),
                RecordJson.read(row.getString("outdated"), Renewal.class).outdated());
    }

    public List<PendingWork> list() throws ProblemException {
        return list(database);
    }

    /** Whether the batch that it comes from goes on just now: then it may get there by itself. */
    public boolean isUnderWay(PendingWork work) throws ProblemException {
        return BatchLock.isHeld(folder, work.origin().batch());
    }

    /**
     * The file is about to be replaced. On the disk when it returns: who dies from now on has raised it if it has that content.
     *
     * @param beside receipts that fit the file as it is
     */
    public PendingWork raising(PendingWork work, Raise raise, List<OldReceipt> beside) throws ProblemException {
        return kept(work.raising(raise, beside));
    }

    /** The file was replaced as it was said, and its batch tells so too. */
    public PendingWork raised(PendingWork work) throws ProblemException {
        PendingWork raised = work.raised();
        Raise done = work.raise().orElseThrow();
        database.write(() -> {
            update(raised);
            database.update(
                    "UPDATE document SET signed = ?, level = ?, pending = ?, problem = NULL WHERE batch = ? AND number = ?",
                    done.sha256().toString(),
                    done.level().name(),
                    raised.level().map(SignatureLevel::name).orElse(null),
                    work.origin().batch(),
                    work.origin().number());
        });
        return raised;
    }

    /** A receipt that fits the file lies where it belongs, or where receipts are kept. */
    public PendingWork recorded(PendingWork work) throws ProblemException {
        return kept(work.recorded());
    }

    /** Not yet. */
    public PendingWork failed(PendingWork work, Problem why) throws ProblemException {
        Tries tries = work.tries().failed(clock.instant(), why.code());
        database.write(() -> database.update(
                "UPDATE pending SET tries = ?, due = ?, problem = ? WHERE batch = ? AND number = ?",
                tries.count(),
                tries.due().toEpochMilli(),
                why.code(),
                work.origin().batch(),
                work.origin().number()));
        return work.tried(tries);
    }

    private PendingWork kept(PendingWork work) throws ProblemException {
        database.write(() -> update(work));
        return work;
    }

    /** What was forgotten meanwhile stays forgotten. */
    private void update(PendingWork work) throws SQLException {
        database.update(
                "UPDATE pending SET written = ?, level = ?, receipt = ?, raise = ?, outdated = ?"
                        + " WHERE batch = ? AND number = ?",
                work.written().toString(),
                work.level().map(SignatureLevel::name).orElse(null),
                work.receipt(),
                work.raise().map(RecordJson::written).orElse(null),
                RecordJson.written(new Renewal(work.outdated())),
                work.origin().batch(),
                work.origin().number());
    }

    /** Nothing is missing any more. */
    public void remove(PendingWork work) throws ProblemException {
        database.write(() -> delete(database, work.origin()));
    }

    /** Nothing more is done; until somebody is told it stays among {@link PendingJournal#ended()}. */
    public void end(PendingWork work, Problem why) throws ProblemException {
        database.write(() -> database.update(
                "UPDATE pending SET ended = ? WHERE batch = ? AND number = ?",
                why.code(),
                work.origin().batch(),
                work.origin().number()));
    }

    @Override
    public void close() {
        database.close();
        turn.close();
    }
}
