package dev.ziffer.server.web;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a database that cannot be reached, or cannot do its work just now, from a statement that is wrong.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite's result codes</a>
 */
final class DatabaseLoss {

    /** The classes of broken connections and of resources that have run out. */
    private static final Set<String> STATES = Set.of("08", "53");

    /** The database is shutting down, has crashed or is starting; its class has other members. */
    private static final String SHUTDOWN = "57P";

    /** SQLITE_BUSY in the low byte; the others say more of it. */
    private static final int BUSY = 5;

    private static final int LOW_BYTE = 0xff;

    private DatabaseLoss() {}

    /** Whether this one exception, whatever its cause, says so. */
    static boolean is(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    SQLTransientException _,
                    SQLRecoverableException _ -> true;
            case SQLException e -> is(e.getSQLState(), e.getErrorCode());
            default -> false;
        };
    }

    private static boolean is(@Nullable String state, int code) {
        if (state == null) {
            // The pool's word for a connection that it has given up has neither; SQLite's errors have a code alone.
            return code == 0 || (code & LOW_BYTE) == BUSY;
        }
        return state.startsWith(SHUTDOWN) || STATES.stream().anyMatch(state::startsWith);
    }
}
