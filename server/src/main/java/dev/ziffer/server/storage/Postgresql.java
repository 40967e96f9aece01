package dev.ziffer.server.storage;

import com.zaxxer.hikari.HikariConfig;
import dev.ziffer.server.settings.Database;

/**
 * A pool of connections to a PostgreSQL server, which other servers may use at the same time.
 *
 * <p>Small: a statement takes a fraction of a millisecond, and more connections than the database has cores only wait
 * there instead of here.
 */
final class Postgresql {

    private static final int CONNECTIONS = 16;

    private Postgresql() {}

    static HikariConfig pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        database.user().ifPresent(config::setUsername);
        database.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Every statement is run often: have the server plan it at its second use.
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("ApplicationName", "ziffer");
        return config;
    }
}
