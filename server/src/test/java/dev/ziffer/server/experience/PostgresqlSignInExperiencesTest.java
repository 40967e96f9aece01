package dev.ziffer.server.experience;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

final class PostgresqlSignInExperiencesTest extends SignInExperiencesContract {

    private final EmbeddedPostgres postgres;

    PostgresqlSignInExperiencesTest() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @Override
    Map<String, String> database() {
        return Map.of(
                "ZIFFER_DATABASE_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "ZIFFER_MASTER_KEY",
                "A".repeat(43) + "=");
    }

    @Override
    void stopDatabase() throws IOException {
        postgres.close();
    }
}
