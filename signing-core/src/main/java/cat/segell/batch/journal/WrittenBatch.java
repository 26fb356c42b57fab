// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.batch.JournalEntry;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch while it is written down. How documents ended goes to the disk together with the next ones. */
final class WrittenBatch implements JournalEntry {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenBatch.class);

    private final String id;
    private final Database database;
    private final BatchLock lock;
    private final List<Integer> numbers;
    private final InstantSource clock;
    private final Map<Integer, DocumentResult> ended = new LinkedHashMap<>();
    private boolean useless;
    private boolean closed;

    /**
     * @param numbers in the journal, of the documents of this run
     * @param fresh whether nothing is lost with it as long as nothing was signed
     */
    WrittenBatch(
            String id, Database database, BatchLock lock, List<Integer> numbers, InstantSource clock, boolean fresh) {
        this.id = id;
        this.database = database;
        this.lock = lock;
        this.numbers = List.copyOf(numbers);
        this.clock = clock;
        this.useless = fresh;
    }

    @Override
    public String id() {
        return id;
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
                "UPDATE document SET state = ?, content = ?, place = ?, signed = ?, part = ? WHERE batch = ? AND number = ?",
                DocumentState.PLACING.name(),
                placing.input().toString(),
                RecordJson.written(signed.name()),
                signed.sha256().toString(),
                signed.temporary().toString(),
                id,
                numbers.get(placing.index()));
    }

    @Override
    public void ended(int index, DocumentResult result) {
        ended.put(numbers.get(index), result);
    }

    private void write(Database.Work more) throws ProblemException {
        database.write(() -> {
            for (Map.Entry<Integer, DocumentResult> each : ended.entrySet()) {
                write(each.getKey(), each.getValue());
            }
            more.done();
            database.update("UPDATE batch SET touched = ? WHERE id = ?", clock.millis(), id);
        });
        ended.clear();
    }

    private void write(int number, DocumentResult result) throws SQLException {
        switch (result) {
            case Signed signed ->
                database.update(
                        "UPDATE document SET state = ?, output = ?, level = ?, pending = ?, problem = ?"
                                + " WHERE batch = ? AND number = ?",
                        DocumentState.SIGNED.name(),
                        signed.output().toString(),
                        signed.level().name(),
                        signed.pending().map(missed -> missed.level().name()).orElse(null),
                        signed.pending().map(missed -> missed.why().code()).orElse(null),
                        id,
                        number);
            case Failed(Path _, Problem problem) ->
                ended(number, isItsOwn(problem) ? DocumentState.FAILED : DocumentState.OPEN, problem.code());
            case Skipped _ -> ended(number, DocumentState.SKIPPED, null);
        }
    }

    private void ended(int number, DocumentState state, @Nullable String problem) throws SQLException {
        database.update(
                "UPDATE document SET state = ?, problem = ? WHERE batch = ? AND number = ?",
                state.name(),
                problem,
                id,
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
                delete(database, id);
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
