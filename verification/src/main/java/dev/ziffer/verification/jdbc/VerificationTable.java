package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The table {@code verification}: one row for each number, purpose and binding. */
final class VerificationTable {

    /** Takes the place of whatever is not live any more; gives no row if a live one stands, which then is locked. */
    private static final String BEGIN = """
            INSERT INTO verification AS held (
                number_hash, purpose, binding, id, status, code_key, code_mac, code_length,
                attempts, max_attempts, sends, returned, holder, approved_id, approved_at, created_at, expires_at)
            VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, 0, ?, 1, 0, ?, '', 0, ?, ?)
            ON CONFLICT (number_hash, purpose, binding) DO UPDATE SET
                id = excluded.id, status = excluded.status, code_key = excluded.code_key,
                code_mac = excluded.code_mac, code_length = excluded.code_length,
                attempts = excluded.attempts, max_attempts = excluded.max_attempts, sends = excluded.sends,
                returned = excluded.returned, holder = excluded.holder,
                approved_id = CASE WHEN held.holder = excluded.holder THEN held.approved_id ELSE '' END,
                approved_at = CASE WHEN held.holder = excluded.holder THEN held.approved_at ELSE 0 END,
                created_at = excluded.created_at, expires_at = excluded.expires_at
            WHERE held.status <> 'pending'
               OR held.attempts >= held.max_attempts
               OR 5 * (held.expires_at - excluded.created_at) < held.expires_at - held.created_at
               OR held.code_key NOT IN (?, ?)
            RETURNING id
            """;

    private static final String RESEND = """
            UPDATE verification
               SET sends = sends + 1
             WHERE number_hash = ? AND purpose = ? AND binding = ?
            RETURNING id, code_key, code_length, expires_at, sends
            """;

    private static final String CHECK = """
            UPDATE verification
               SET attempts = attempts + 1,
                   status = CASE WHEN code_mac IN (?, ?) THEN 'approved'
                                 WHEN attempts + 1 >= max_attempts THEN 'max_attempts_reached'
                                 ELSE 'pending' END,
                   approved_id = CASE WHEN code_mac IN (?, ?) THEN id ELSE approved_id END,
                   approved_at = CASE WHEN code_mac IN (?, ?) THEN ? ELSE approved_at END
             WHERE number_hash = ? AND purpose = ? AND binding = ?
               AND status = 'pending' AND attempts < max_attempts AND expires_at > ?
            RETURNING id, status, max_attempts - attempts AS attempts_left
            """;

    private static final String WHY_NOT = """
            SELECT status, expires_at
              FROM verification
             WHERE number_hash = ? AND purpose = ? AND binding = ?
            """;

    private static final String PROGRESS = """
            SELECT id, status, attempts, approved_id, approved_at
              FROM verification
             WHERE number_hash = ? AND (id = ? OR approved_id = ?)
            """;

    private static final String RETURN_SEND = """
            UPDATE verification
               SET returned = returned + 1,
                   status = CASE WHEN returned + 1 >= sends AND attempts = 0 THEN 'canceled' ELSE status END
             WHERE number_hash = ? AND purpose = ? AND binding = ? AND id = ? AND status = 'pending'
            RETURNING status
            """;

    private static final String APPROVALS = """
            SELECT approved_id, approved_at
              FROM verification
             WHERE number_hash = ? AND purpose = ? AND holder = ? AND approved_id <> ''
            """;

    private static final String DELETE = """
            DELETE FROM verification
             WHERE (number_hash, purpose, binding) IN (
                       SELECT number_hash, purpose, binding
                         FROM verification
                        WHERE expires_at <= ?
                        ORDER BY expires_at
                        LIMIT ?)
               AND expires_at <= ?
            """;

    private VerificationTable() {}

    /** The primary key. */
    record Key(String numberHash, String purpose, String binding) {}

    /** A verification that may take a row. */
    record Candidate(
            String id,
            String codeKey,
            String codeMac,
            int codeLength,
            int maxAttempts,
            String holder,
            long createdAt,
            long expiresAt) {}

    /** A live verification that was sent once more. */
    record Resent(String id, String codeKey, int codeLength, long expiresAt, int sends) {}

    /** The last approval of a number, purpose and binding. */
    record Approval(String id, long at) {}

    /** Whether the candidate has taken the row; else a live verification holds it. */
    static boolean begin(Connection connection, Key key, Candidate candidate, String previousCodeKey)
            throws SQLException {
        try (PreparedStatement statement = Database.prepare(
                        connection,
                        BEGIN,
                        key.numberHash(),
                        key.purpose(),
                        key.binding(),
                        candidate.id(),
                        candidate.codeKey(),
                        candidate.codeMac(),
                        candidate.codeLength(),
                        candidate.maxAttempts(),
                        candidate.holder(),
                        candidate.createdAt(),
                        candidate.expiresAt(),
                        candidate.codeKey(),
                        previousCodeKey);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Counts another send of the live verification that {@link #begin} found in the same transaction. */
    static Resent resend(Connection connection, Key key) throws SQLException {
        try (PreparedStatement statement =
                        Database.prepare(connection, RESEND, key.numberHash(), key.purpose(), key.binding());
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("a verification vanished inside a transaction that has locked it");
            }
            return new Resent(
                    row.getString("id"),
                    row.getString("code_key"),
                    row.getInt("code_length"),
                    row.getLong("expires_at"),
                    row.getInt("sends"));
        }
    }

    /** Compares the code by its MACs under both live keys and spends an attempt; empty if there was none to spend. */
    static Optional<CheckResult> check(Connection connection, Key key, String primaryMac, String previousMac, long now)
            throws SQLException {
        try (PreparedStatement statement = Database.prepare(
                        connection,
                        CHECK,
                        primaryMac,
                        previousMac,
                        primaryMac,
                        previousMac,
                        primaryMac,
                        previousMac,
                        now,
                        key.numberHash(),
                        key.purpose(),
                        key.binding(),
                        now);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(
                    row.getString("status").equals("approved")
                            ? new CheckResult.Approved(row.getString("id"))
                            : new CheckResult.Incorrect(row.getInt("attempts_left")));
        }
    }

    /** Why nothing was compared; empty if now there is something to compare, because a start came between. */
    static Optional<CheckResult> whyNot(Connection connection, Key key, long now) throws SQLException {
        try (PreparedStatement statement =
                        Database.prepare(connection, WHY_NOT, key.numberHash(), key.purpose(), key.binding());
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.of(new CheckResult.NotFound());
            }
            return switch (row.getString("status")) {
                case "max_attempts_reached" -> Optional.of(new CheckResult.Exhausted());
                case "pending" ->
                    row.getLong("expires_at") <= now ? Optional.of(new CheckResult.Expired()) : Optional.empty();
                default -> Optional.of(new CheckResult.NotFound());
            };
        }
    }

    /** What checks have made of a verification, whichever purpose and binding it has. */
    static Optional<Progress> progress(Connection connection, String numberHash, String id) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, PROGRESS, numberHash, id, id);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            boolean approved = row.getString("approved_id").equals(id);
            boolean replaced = !row.getString("id").equals(id);
            int attempts = row.getInt("attempts");
            return Optional.of(new Progress(
                    replaced ? OptionalInt.empty() : OptionalInt.of(approved ? attempts - 1 : attempts),
                    !replaced && row.getString("status").equals("max_attempts_reached"),
                    approved ? Instant.ofEpochMilli(row.getLong("approved_at")) : null));
        }
    }

    /** Counts a send that was given back. Whether that cancels the verification: none is left, and no code was compared. */
    static boolean returnSend(Connection connection, Key key, String id) throws SQLException {
        try (PreparedStatement statement =
                        Database.prepare(connection, RETURN_SEND, key.numberHash(), key.purpose(), key.binding(), id);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getString("status").equals("canceled");
        }
    }

    /** The last approvals of a holder's verifications of this number and purpose, by any binding. */
    static List<Approval> approvals(Connection connection, Key key, String holder) throws SQLException {
        try (PreparedStatement statement =
                        Database.prepare(connection, APPROVALS, key.numberHash(), key.purpose(), holder);
                ResultSet rows = statement.executeQuery()) {
            var approvals = new ArrayList<Approval>();
            while (rows.next()) {
                approvals.add(new Approval(rows.getString("approved_id"), rows.getLong("approved_at")));
            }
            return approvals;
        }
    }

    /** Deletes at most so many that expired by then. */
    static int deleteExpired(Connection connection, long by, int limit) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, DELETE, by, limit, by)) {
            return statement.executeUpdate();
        }
    }
}
