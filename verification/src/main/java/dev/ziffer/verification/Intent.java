package dev.ziffer.verification;

import java.sql.Connection;
import java.sql.SQLException;

/** What a caller writes in the transaction of a start, so that it is there exactly when the start is. */
@FunctionalInterface
public interface Intent {

    /** Writes nothing. */
    Intent NONE = (connection, started) -> {};

    /**
     * Writes. Called once the limits have agreed, before the commit; whatever it throws undoes the start.
     *
     * @param connection the transaction's; must not be committed, rolled back or closed here
     */
    void record(Connection connection, StartResult.Started started) throws SQLException;
}
