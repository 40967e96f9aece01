package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a connection, with or without a transaction, whatever the data source's own default is. */
final class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs work of which every statement is a transaction of its own. */
    <T> T run(String operation, Work<T> work) {
        return with(operation, true, work);
    }

    /** Runs work that commits or undoes its transactions itself; what it throws undoes the one that is open. */
    <T> T transaction(String operation, Work<T> work) {
        return with(operation, false, connection -> {
            try {
                return work.run(connection);
            } catch (Throwable t) {
                rollBack(connection, t);
                throw t;
            }
        });
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** A statement with its parameters: texts and whole numbers. */
    static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private <T> T with(String operation, boolean autoCommit, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(autoCommit);
            T result = work.run(connection);
            connection.setAutoCommit(before);
            return result;
        } catch (SQLException e) {
            throw new StoreException(operation, e);
        }
    }
}
