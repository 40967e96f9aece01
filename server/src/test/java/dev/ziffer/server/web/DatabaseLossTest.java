package dev.ziffer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.StoreException;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

final class DatabaseLossTest {

    static Stream<Throwable> unavailable() {
        return Stream.of(
                store(new SQLException("An I/O error occurred", "08006", new EOFException())),
                store(new SQLException("out of memory", "53200")),
                store(new SQLException("terminating connection", "57P01")),
                store(new SQLTransientConnectionException("no connection within 5 s")),
                store(new SQLException("Connection is closed")),
                store(new SQLException("[SQLITE_BUSY]", null, 5)),
                store(new SQLException("[SQLITE_BUSY_SNAPSHOT]", null, 517)),
                new UncategorizedSQLException("check", "SELECT 1", new SQLException("closed", "08003")));
    }

    @ParameterizedTest
    @MethodSource
    void unavailable(Throwable failure) {
        RequestError error = RequestErrors.of(failure);

        assertThat(error.status().value()).isEqualTo(503);
        assertThat(error.code()).isEqualTo("server.unavailable");
        assertThat(error.retryAfter()).isNotNull();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(store(new SQLException("syntax error", "42601"))),
                Arguments.of(store(new SQLException("canceled", "57014"))),
                Arguments.of(store(new SQLException("[SQLITE_CONSTRAINT]", null, 19))),
                Arguments.of(new DataIntegrityViolationException("not null")),
                Arguments.of(new IllegalStateException(new EOFException())));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Throwable failure) {
        assertThat(RequestErrors.of(failure).status().value()).isEqualTo(500);
    }

    private static StoreException store(SQLException cause) {
        return new StoreException("check a code", cause);
    }
}
