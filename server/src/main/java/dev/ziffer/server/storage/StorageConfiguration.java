package dev.ziffer.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ziffer.server.settings.Database;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database that the settings name. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

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
        return dataSource;
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
