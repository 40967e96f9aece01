package dev.ziffer.acceptance.chaos;

import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that keeps every server from writing to the ledger until it is closed. */
final class LedgerLock implements AutoCloseable {

    private final Connection connection;
    private final Engine engine;

    LedgerLock(Database database) throws SQLException {
        this.connection = database.connect();
        this.engine = database.engine();
        execute(engine == Engine.SQLITE ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE message IN EXCLUSIVE MODE");
    }

    /** Returns when a server waits for the lock, as far as the database can tell: SQLite cannot. */
    void awaitWaiter() throws Exception {
        if (engine == Engine.POSTGRESQL) {
            Wait.until("a server waits to write to the ledger", this::awaited);
        }
    }

    private boolean awaited() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /** Undoes what waits for the lock, as when the database learns that a server is dead; then ends it. */
    @Override
    public void close() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            execute("""
                    SELECT pg_terminate_backend(pid)
                      FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        }
        execute("ROLLBACK");
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
