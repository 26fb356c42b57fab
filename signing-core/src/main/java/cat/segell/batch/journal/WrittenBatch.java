// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.batch.JournalEntry;
import cat.segell.batch.journal.PendingWork.Origin;
import cat.segell.batch.journal.PendingWork.Tries;
import cat.segell.document.OutputFile.Announced;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch while it is written down. How documents ended goes to the disk together with the next ones. */
final class WrittenBatch implements JournalEntry {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenBatch.class);

    private final Run run;
    private final Database database;
    private final BatchLock lock;
    private final InstantSource clock;
    private final Map<Integer, DocumentResult> ended = new LinkedHashMap<>();
    private boolean useless;
    private boolean closed;

    /** @param numbers in the journal, of the documents of this run */
    record Run(String id, BatchOrder order, List<Integer> numbers) {

        Run {
            numbers = List.copyOf(numbers);
        }
    }

    /** @param fresh whether nothing is lost with it as long as nothing was signed */
    WrittenBatch(Run run, Database database, BatchLock lock, InstantSource clock, boolean fresh) {
        this.run = run;
        this.database = database;
        this.lock = lock;
        this.clock = clock;
        this.useless = fresh;
    }

    @Override
    public String id() {
        return run.id();
    }

    @Override
    public void placing(List<Placing> placings) throws ProblemException {
        write(() -> {
            for (Placing each : placings) {
                write(each);
            }
        });
        useless = false;
    }

    private void write(Placing placing) throws SQLException {
        Announced signed = placing.signed();
        database.update(
                "UPDATE document SET state = ?, content = ?, place = ?, signed = ?, part = ?, level = ?, pending = ?, problem = ?"
                        + " WHERE batch = ? AND number = ?",
                DocumentState.PLACING.name(),
                placing.input().toString(),
                RecordJson.written(signed.name()),
                signed.sha256().toString(),
                signed.temporary().toString(),
                placing.level().name(),
                placing.pending().map(missed -> missed.level().name()).orElse(null),
                placing.pending().map(missed -> missed.why().code()).orElse(null),
                run.id(),
                run.numbers().get(placing.index()));
    }

    @Override
    public void ended(int index, DocumentResult result) {
        ended.put(run.numbers().get(index), result);
    }

    private void write(Database.Work more) throws ProblemException {
        database.write(() -> {
            for (Map.Entry<Integer, DocumentResult> each : ended.entrySet()) {
                write(each.getKey(), each.getValue());
            }
            more.done();
            database.update("UPDATE batch SET touched = ? WHERE id = ?", clock.millis(), run.id());
        });
        ended.clear();
    }

    private void write(int number, DocumentResult result) throws SQLException {
        switch (result) {
            case Signed signed -> {
                database.update(
                        "UPDATE document SET state = ?, output = ?, level = ?, pending = ?, problem = ?"
                                + " WHERE batch = ? AND number = ?",
                        DocumentState.SIGNED.name(),
                        signed.output().toString(),
                        signed.level().name(),
                        signed.pending().map(missed -> missed.level().name()).orElse(null),
                        signed.pending().map(missed -> missed.why().code()).orElse(null),
                        run.id(),
                        number);
                want(number, signed, run.order().notarise());
            }
            case Failed(Path _, Problem problem) ->
                ended(number, isItsOwn(problem) ? DocumentState.FAILED : DocumentState.OPEN, problem.code());
            case Skipped _ -> ended(number, DocumentState.SKIPPED, null);
        }
    }

    /** What it lacks is written down with its end: a receipt too, until it is there. */
    private void want(int number, Signed signed, boolean receipt) throws SQLException {
        Optional<Pending> missed = signed.pending().filter(Pending::isReachable);
        Optional<Problem> problem = missed.map(Pending::why).or(signed::notRecorded);
        PendingWork work = PendingWork.of(
                new Origin(run.id(), number),
                signed.output().toAbsolutePath(),
                signed.sha256(),
                missed.map(Pending::level),
                receipt,
                run.order().services(),
                new Tries(clock.instant(), 0, clock.instant(), problem.map(Problem::code)));
        if (work.isDone()) {
            PendingTable.delete(database, work.origin());
        } else {
            PendingTable.insert(database, work);
        }
    }

    @Override
    public void recorded(List<DocumentResult> results) {
        if (!run.order().notarise()) {
            return;
        }
        try {
            write(() -> {
                for (int index = 0; index < results.size(); index++) {
                    if (results.get(index) instanceof Signed signed) {
                        want(run.numbers().get(index), signed, isUnrecorded(signed));
                    }
                }
            });
        } catch (ProblemException e) {
            // Whoever looks for receipts later finds those that are there.
            LOG.warn("which receipts there are isn't written down: {}", ProblemTrace.of(e));
        }
    }

    /** One that is kept elsewhere is there. */
    private static boolean isUnrecorded(Signed signed) {
        return signed.notRecorded().isPresent() && signed.receipt().isEmpty();
    }

    private void ended(int number, DocumentState state, @Nullable String problem) throws SQLException {
        database.update(
                "UPDATE document SET state = ?, problem = ?, level = NULL, pending = NULL WHERE batch = ? AND number = ?",
                state.name(),
                problem,
                run.id(),
                number);
    }

    /** Whether the document is at fault, and not what all need. */
    private static boolean isItsOwn(Problem problem) {
        return problem instanceof DocumentProblem && !(problem instanceof SigningStopped);
    }

    /** What is lost of it is found again: nothing was laid in its place without being announced. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (useless) {
                delete(database, run.id());
                lock.delete();
            } else {
                write(() -> {});
            }
        } catch (ProblemException e) {
            LOG.warn("the end of a batch isn't written down: {}", ProblemTrace.of(e));
        } finally {
            database.close();
            lock.close();
        }
    }

    static void delete(Database database, String id) throws ProblemException {
        database.write(() -> database.update("DELETE FROM batch WHERE id = ?", id));
    }
}
