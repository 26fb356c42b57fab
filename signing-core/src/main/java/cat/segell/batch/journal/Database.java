// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem;
import cat.segell.problem.SettingProblem.JournalFull;
import cat.segell.problem.SettingProblem.JournalNewer;
import cat.segell.problem.SettingProblem.JournalUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the journal's file. Several processes have one each; what is committed is on the disk. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Of what the file holds. */
    private static final int VERSION = 2;

    /** SQLite's result code where the disk is full. */
    private static final int FULL = 13;

    private static final List<String> OPENING = List.of(
            // How long another process may write before this one gives up, in milliseconds.
            "PRAGMA busy_timeout = 10000",
            "PRAGMA journal_mode = WAL",
            // A commit is on the disk before it returns.
            "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON",
            // What is forgotten is overwritten.
            "PRAGMA secure_delete = ON");

    /** A file of an earlier version gets what it lacks. */
    private static final List<String> TABLES = List.of(
            // Times in milliseconds since 1970.
            """
            CREATE TABLE IF NOT EXISTS batch (
              id TEXT PRIMARY KEY, created INTEGER NOT NULL, touched INTEGER NOT NULL, ordered TEXT NOT NULL)
            """,
            // "state" is a DocumentState; "named" a BatchDocument, "place" an OutputName; digests as "SHA256:HEX".
            """
            CREATE TABLE IF NOT EXISTS document (
              batch TEXT NOT NULL REFERENCES batch ON DELETE CASCADE, number INTEGER NOT NULL, named TEXT NOT NULL,
              state TEXT NOT NULL, content TEXT, place TEXT, signed TEXT, part TEXT, output TEXT, level TEXT, pending TEXT, problem TEXT,
              PRIMARY KEY (batch, number)) WITHOUT ROWID
            """,
            // From version 2 on: a PendingWork, which outlives its batch; "ended" is the code of what ended it.
            """
            CREATE TABLE IF NOT EXISTS pending (
              batch TEXT NOT NULL, number INTEGER NOT NULL, file TEXT NOT NULL, written TEXT NOT NULL, level TEXT, receipt INTEGER NOT NULL,
              services TEXT NOT NULL, since INTEGER NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL, problem TEXT,
              raise TEXT, outdated TEXT NOT NULL, ended TEXT,
              PRIMARY KEY (batch, number)) WITHOUT ROWID
            """,
            "PRAGMA user_version = " + VERSION);

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes it where it is missing. */
    static Database open(Path file, Path natives) throws ProblemException {
        try {
            Files.createDirectories(natives);
            System.setProperty("org.sqlite.tmpdir", natives.toString());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Database database = new Database(file, DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            database.prepare();
            return database;
        } catch (SQLException | IOException e) {
            throw new ProblemException(problem(file, e), e);
        }
    }

    private void prepare() throws SQLException, ProblemException {
        try {
            for (String pragma : OPENING) {
                execute(pragma);
            }
            int version = version();
            if (version > VERSION) {
                throw new ProblemException(new JournalNewer(file));
            }
            if (version < VERSION) {
                transaction(() -> {
                    for (String table : TABLES) {
                        execute(table);
                    }
                });
            }
        } catch (SQLException | ProblemException e) {
            close();
            throw e;
        }
    }

    private int version() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
            return answer.getInt(1);
        }
    }

    private static SettingProblem problem(Path file, Exception failure) {
        boolean full = failure instanceof SQLException sql && sql.getErrorCode() == FULL;
        return full ? new JournalFull(file) : new JournalUnusable(file);
    }

    /** What is done with it. */
    interface Work {
        void done() throws SQLException;
    }

    /** All of it or nothing; when it returns it is on the disk. */
    void write(Work work) throws ProblemException {
        try {
            transaction(work);
        } catch (SQLException e) {
            throw new ProblemException(problem(file, e), e);
        }
    }

    /** Takes the right to write at once: later it might have to be given up half-way. */
    private void transaction(Work work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            work.done();
            execute("COMMIT");
        } catch (SQLException e) {
            rollBack();
            throw e;
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException undone) {
            LOG.debug("SQLite has undone it already", undone);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    /** Within {@link #write}. */
    void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            int _ = statement.executeUpdate();
        }
    }

    /** One row as something else. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    <T> List<T> query(Row<T> row, String sql, Object... values) throws ProblemException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet answer = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(row.read(answer));
            }
            return rows;
        } catch (SQLException | IOException e) {
            throw new ProblemException(problem(file, e), e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("the journal wasn't closed: {}", e.getErrorCode());
        }
    }
}
