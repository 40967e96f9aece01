package dev.ziffer.server.messages;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A new database of one of the engines. */
interface TestDatabase extends AutoCloseable {

    /** What makes a server use it. */
    Map<String, String> settings(Path dataDir);

    @Override
    default void close() throws IOException {}

    static TestDatabase sqlite() {
        return dataDir -> Map.of("ZIFFER_DATA_DIR", dataDir.toString());
    }

    static TestDatabase postgresql() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            return new TestDatabase() {

                @Override
                public Map<String, String> settings(Path dataDir) {
                    return Map.of(
                            "ZIFFER_DATA_DIR", dataDir.toString(),
                            "ZIFFER_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                            "ZIFFER_MASTER_KEY", "A".repeat(43) + "=",
                            "ZIFFER_MANAGEMENT_CLIENT_ID", "management",
                            "ZIFFER_MANAGEMENT_CLIENT_SECRET", "s".repeat(32));
                }

                @Override
                public void close() throws IOException {
                    postgres.close();
                }
            };
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }
}
