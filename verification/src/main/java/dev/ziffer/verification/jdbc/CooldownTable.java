package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Cooldown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code cooldown}: since when and how long a number waits for its next send. */
final class CooldownTable {

    /** A wait is twice the one before, unless that has been over for the longest wait. */
    private static final String BEGIN = """
            INSERT INTO cooldown AS held (subject, kind, wait_millis, started_at, ticket)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind) DO UPDATE SET
                wait_millis = CASE
                    WHEN held.started_at + held.wait_millis + ? <= excluded.started_at THEN excluded.wait_millis
                    WHEN 2 * held.wait_millis < ? THEN 2 * held.wait_millis
                    ELSE ? END,
                started_at = excluded.started_at,
                ticket = excluded.ticket
            WHERE held.started_at + held.wait_millis <= excluded.started_at
            RETURNING wait_millis
            """;

    private static final String FIND = """
            SELECT started_at + wait_millis FROM cooldown WHERE subject = ? AND kind = ?
            """;

    /** Halving undoes the doubling, so that the next wait is the one given back. */
    private static final String GIVE_BACK = """
            UPDATE cooldown
               SET started_at = started_at - wait_millis, wait_millis = wait_millis / 2, ticket = ''
             WHERE subject = ? AND kind = ? AND ticket = ?
            """;

    private static final String DELETE = """
            DELETE FROM cooldown
             WHERE (subject, kind) IN (
                       SELECT subject, kind FROM cooldown WHERE started_at <= ? ORDER BY started_at LIMIT ?)
               AND started_at <= ?
            """;

    private CooldownTable() {}

    /** The primary key. */
    record Key(String subject, String kind) {}

    /** Whether the last wait was over, and the next has begun. */
    static boolean begin(Connection connection, Key key, Cooldown cooldown, long now, String ticket)
            throws SQLException {
        long first = cooldown.first().toMillis();
        long longest = cooldown.longest().toMillis();
        try (PreparedStatement statement = Database.prepare(
                        connection, BEGIN, key.subject(), key.kind(), first, now, ticket, longest, longest, longest);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** When the wait is over; 0 if there is none. */
    static long endsAt(Connection connection, Key key) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, FIND, key.subject(), key.kind());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Ends the wait that was begun for this ticket; one that a later start has begun stays. */
    static void giveBack(Connection connection, Key key, String ticket) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, GIVE_BACK, key.subject(), key.kind(), ticket)) {
            statement.executeUpdate();
        }
    }

    /** Deletes at most so many that began by then. */
    static int deleteStarted(Connection connection, long by, int limit) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, DELETE, by, limit, by)) {
            return statement.executeUpdate();
        }
    }
}
