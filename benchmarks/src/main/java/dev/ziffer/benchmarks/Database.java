package dev.ziffer.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A new, empty database for one server.
 *
 * @param engine its name, as the options and the results have it
 * @param url its JDBC URL
 * @param user who connects; empty for SQLite
 * @param closing what ends it
 */
record Database(String engine, String url, String user, Closeable closing) implements AutoCloseable {

    static final String SQLITE = "sqlite";
    static final String POSTGRESQL = "postgresql";

    static Database open(String engine, Path directory) throws IOException {
        return switch (engine) {
            case SQLITE -> new Database(SQLITE, "jdbc:sqlite:" + directory.resolve("benchmark.db"), "", () -> {});
            case POSTGRESQL -> postgresql();
            default -> throw new IllegalArgumentException("There is no database '" + engine + "'");
        };
    }

    /** The newest PostgreSQL, and as durable as it is by default: the embedded one's own defaults are not. */
    private static Database postgresql() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
        return new Database(POSTGRESQL, url, "postgres", postgres);
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
