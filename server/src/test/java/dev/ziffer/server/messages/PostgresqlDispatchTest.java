package dev.ziffer.server.messages;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

final class PostgresqlDispatchTest extends DispatchContract {

    private final EmbeddedPostgres postgres;

    PostgresqlDispatchTest() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @Override
    Map<String, String> database(Path dataDir) {
        return Map.of(
                "ZIFFER_DATA_DIR", dataDir.toString(),
                "ZIFFER_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "ZIFFER_MASTER_KEY", "A".repeat(43) + "=",
                "ZIFFER_MANAGEMENT_CLIENT_ID", "management",
                "ZIFFER_MANAGEMENT_CLIENT_SECRET", "s".repeat(32));
    }

    @Override
    void stopDatabase() throws IOException {
        postgres.close();
    }
}
