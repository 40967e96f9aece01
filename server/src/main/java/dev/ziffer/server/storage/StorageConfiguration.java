package dev.ziffer.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ziffer.server.settings.Database;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the database that the settings name, and brings its tables up to date. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    /** The server's own, and those that the library of verifications ships. */
    private static final String[] MIGRATIONS = {"classpath:db/migration", "classpath:dev/ziffer/verification/jdbc"};

    /** How long a request waits for a connection before it is refused. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Bean
    HikariDataSource dataSource(Settings settings) {
        Database database = settings.database();
        HikariConfig config = switch (database.engine()) {
            case SQLITE -> Sqlite.pool(database, settings.dataDir());
            case POSTGRESQL -> Postgresql.pool(database);
        };
        config.setPoolName("database");
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        // The check below fails in words for operators instead.
        config.setInitializationFailTimeout(-1);
        HikariDataSource dataSource = new HikariDataSource(config);
        check(dataSource);
        migrate(dataSource);
        return dataSource;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    // Before anyone has the data source, so that nobody meets tables of another version.
    private static void migrate(DataSource dataSource) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SettingsException("The tables in the database are not those of this version ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + "): start the version that made them, or restore a back-up");
        }
    }

    private static void check(HikariDataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(0);
        } catch (SQLException e) {
            dataSource.close();
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new SettingsException("The database does not answer (" + reason.getMessage()
                    + "): see that it runs and that ZIFFER_DATABASE_URL, _USER and _PASSWORD are right");
        }
    }
}
