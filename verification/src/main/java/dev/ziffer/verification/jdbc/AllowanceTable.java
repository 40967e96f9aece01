package dev.ziffer.verification.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table {@code allowance}: limits of so many permits in any window of time, each one row.
 *
 * <p>A row lists until when each of its permits is taken, newest first. Taking {@code w} of {@code n} permits is possible
 * when the one at place {@code n - w} (from 0) is free again, and so are all behind it, because the list never ascends: a
 * permit taken by a server whose clock is behind is held as long as the newest. So one comparison in the statement's
 * {@code WHERE} decides, and there are never more than {@code n} taken at once.
 */
final class AllowanceTable {

    /** Followed by a row for each limit, and {@link #ON_CONFLICT}. */
    private static final String TAKE = """
            INSERT INTO allowance AS held (subject, name, detail, permits, taken, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String ONE_MORE = ", (?, ?, ?, ?, ?, ?)";

    /** A limit that refuses gives no row back. */
    private static final String ON_CONFLICT = """

            ON CONFLICT (subject, name, detail) DO UPDATE SET
                permits = excluded.permits,
                taken = substr(
                    CASE WHEN substr(held.taken, 1, 13) > substr(excluded.taken, 1, 13)
                         THEN replace(excluded.taken, substr(excluded.taken, 1, 13), substr(held.taken, 1, 13))
                         ELSE excluded.taken END || held.taken,
                    1, 25 * excluded.permits),
                expires_at = CASE WHEN held.expires_at > excluded.expires_at
                                  THEN held.expires_at ELSE excluded.expires_at END
            WHERE substr(held.taken, 25 * excluded.permits - length(excluded.taken) + 1, 13) <= ?
            RETURNING name
            """;

    private static final String FIND = """
            SELECT taken FROM allowance WHERE subject = ? AND name = ? AND detail = ?
            """;

    private static final String FIND_ALL = """
            SELECT subject, taken FROM allowance WHERE name = ? AND expires_at > ?
            """;

    private static final String EXCHANGE = """
            UPDATE allowance SET taken = ? WHERE subject = ? AND name = ? AND detail = ? AND taken = ?
            """;

    private static final String DELETE = """
            DELETE FROM allowance
             WHERE (subject, name, detail) IN (
                       SELECT subject, name, detail
                         FROM allowance
                        WHERE name = ? AND expires_at <= ?
                        ORDER BY expires_at
                        LIMIT ?)
               AND expires_at <= ?
            """;

    private static final String NAMES = """
            SELECT DISTINCT name FROM allowance WHERE expires_at <= ?
            """;

    private AllowanceTable() {}

    /** The names of the limits that took their permits; a limit that is not among them refused. */
    static Set<String> take(Connection connection, List<Take> takes, long now) throws SQLException {
        var parameters = new ArrayList<Object>();
        for (Take take : takes) {
            Allowance allowance = take.allowance();
            parameters.addAll(List.of(
                    allowance.subject(),
                    allowance.name(),
                    allowance.detail(),
                    allowance.permits(),
                    take.entries(),
                    take.until()));
        }
        parameters.add(Taken.time(now));
        String sql = TAKE + ONE_MORE.repeat(takes.size() - 1) + ON_CONFLICT;
        try (PreparedStatement statement = Database.prepare(connection, sql, parameters.toArray());
                ResultSet rows = statement.executeQuery()) {
            var names = new HashSet<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** The permits taken of a limit. */
    static Taken find(Connection connection, Allowance allowance) throws SQLException {
        try (PreparedStatement statement =
                        Database.prepare(connection, FIND, allowance.subject(), allowance.name(), allowance.detail());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Taken(row.getString(1)) : Taken.NONE;
        }
    }

    /** The permits taken of all limits of a name, by subject. */
    static Map<String, Taken> findAll(Connection connection, String name, long now) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, FIND_ALL, name, now);
                ResultSet rows = statement.executeQuery()) {
            var bySubject = new HashMap<String, Taken>();
            while (rows.next()) {
                bySubject.put(rows.getString(1), new Taken(rows.getString(2)));
            }
            return bySubject;
        }
    }

    /** Gives back the permits that were taken for this ticket; whether there were any. */
    static boolean giveBack(Connection connection, Allowance allowance, String ticket) throws SQLException {
        while (true) {
            Taken before = find(connection, allowance);
            Taken after = before.without(ticket);
            if (after.equals(before)) {
                return false;
            }
            if (exchange(connection, allowance, before, after)) {
                return true;
            }
        }
    }

    /**
     * Deletes at most so many rows of each name that expired by then. Each name is a statement of its own: a start locks
     * one row of a name and then one of the next, so a start and a deletion never wait for each other in a circle.
     */
    static int deleteExpired(Connection connection, long by, int limit) throws SQLException {
        int deleted = 0;
        for (String name : expiredNames(connection, by)) {
            try (PreparedStatement statement = Database.prepare(connection, DELETE, name, by, limit, by)) {
                deleted = Math.max(deleted, statement.executeUpdate());
            }
        }
        return deleted;
    }

    private static List<String> expiredNames(Connection connection, long by) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, NAMES, by);
                ResultSet rows = statement.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Puts a list in the place of another; whether that one still was there. */
    static boolean exchange(Connection connection, Allowance allowance, Taken before, Taken after) throws SQLException {
        try (PreparedStatement statement = Database.prepare(
                connection,
                EXCHANGE,
                after.entries(),
                allowance.subject(),
                allowance.name(),
                allowance.detail(),
                before.entries())) {
            return statement.executeUpdate() == 1;
        }
    }
}
