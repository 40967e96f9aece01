package dev.ziffer.verification.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** Real databases with the store's tables, each started once. */
final class Databases {

    private Databases() {}

    /** A SQLite file with one connection, as a server uses it. */
    static DataSource sqlite() {
        return Sqlite.DATA_SOURCE;
    }

    /** A PostgreSQL server with more connections than cores. */
    static DataSource postgres() {
        return Postgres.DATA_SOURCE;
    }

    private static final class Sqlite {
        static final DataSource DATA_SOURCE = withTables(config());

        private static HikariConfig config() {
            try {
                Path file = Files.createTempFile("verification", ".db");
                file.toFile().deleteOnExit();
                var config = new HikariConfig();
                config.setJdbcUrl("jdbc:sqlite:" + file);
                config.addDataSourceProperty("journal_mode", "WAL");
                config.addDataSourceProperty("synchronous", "FULL");
                config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
                config.setMaximumPoolSize(1);
                return config;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Postgres {
        static final DataSource DATA_SOURCE = withTables(config());

        private static HikariConfig config() {
            try {
                var config = new HikariConfig();
                config.setDataSource(EmbeddedPostgres.start().getPostgresDatabase());
                config.setMaximumPoolSize(16);
                return config;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static DataSource withTables(HikariConfig config) {
        var dataSource = new HikariDataSource(config);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                InputStream file = Objects.requireNonNull(
                        JdbcVerifications.class.getResourceAsStream("V1__verification.sql"), "the tables")) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
            for (String command : script.split(";", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            return dataSource;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
