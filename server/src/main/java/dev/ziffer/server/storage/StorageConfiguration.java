package dev.ziffer.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ziffer.server.settings.Database;
import dev.ziffer.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database that the settings name. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    HikariDataSource dataSource(Settings settings) {
        Database database = settings.database();
        HikariConfig config = switch (database.engine()) {
            case SQLITE -> Sqlite.pool(database, settings.dataDir());
            case POSTGRESQL -> Postgresql.pool(database);
        };
        config.setPoolName("database");
        return new HikariDataSource(config);
    }
}
