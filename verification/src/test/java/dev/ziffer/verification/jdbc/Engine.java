package dev.ziffer.verification.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ziffer.verification.VerificationKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** The real databases that the store is tested on, each started once and when first needed. */
enum Engine {
    /** A file with one connection, as a server uses it. */
    SQLITE {
        @Override
        HikariConfig config() throws IOException {
            HikariConfig config = file();
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            config.setMaximumPoolSize(1);
            return config;
        }
    },

    /** A file as a program may use it that knows no better: several connections, transactions that begin unlocked. */
    SQLITE_WITHOUT_CARE {
        @Override
        HikariConfig config() throws IOException {
            HikariConfig config = file();
            config.addDataSourceProperty("busy_timeout", "30000");
            config.setMaximumPoolSize(4);
            return config;
        }
    },

    /** The newest release. */
    POSTGRESQL {
        @Override
        HikariConfig config() throws IOException {
            return server(EmbeddedPostgres.builder());
        }
    },

    /** The oldest release that is supported. */
    POSTGRESQL_15 {
        @Override
        HikariConfig config() throws IOException {
            return server(EmbeddedPostgres.builder().setPgBinaryResolver(OldestPostgres::binaries));
        }
    };

    private static final Map<Engine, DataSource> STARTED = new ConcurrentHashMap<>();

    abstract HikariConfig config() throws IOException;

    /** A store in this database. */
    JdbcVerifications store(VerificationKeys keys, Clock clock, RandomGenerator random) {
        return new JdbcVerifications(dataSource(), keys, clock, random);
    }

    DataSource dataSource() {
        return STARTED.computeIfAbsent(this, Engine::start);
    }

    private DataSource start() {
        try {
            var pool = new HikariDataSource(config());
            createTables(pool);
            return pool;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("cannot start " + this, e);
        }
    }

    /** Does not wait for the disk: power cuts are not tested here. */
    private static HikariConfig file() throws IOException {
        Path file = Files.createTempFile("verification", ".db");
        file.toFile().deleteOnExit();
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "OFF");
        return config;
    }

    private static HikariConfig server(EmbeddedPostgres.Builder postgres) throws IOException {
        var config = new HikariConfig();
        config.setDataSource(postgres.start().getPostgresDatabase());
        config.setMaximumPoolSize(16);
        return config;
    }

    private static void createTables(DataSource dataSource) throws IOException, SQLException {
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
        }
    }
}
