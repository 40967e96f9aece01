package dev.ziffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one new PostgreSQL database. */
final class TwoServersTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path dataDir;

    @Test
    void agreeOnKeysAndApplications() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = Map.of(
                    "ZIFFER_DATABASE_URL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "ZIFFER_MASTER_KEY",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "ZIFFER_MANAGEMENT_CLIENT_ID",
                    "ops",
                    "ZIFFER_MANAGEMENT_CLIENT_SECRET",
                    SECRET);
            try (RunningServer one = RunningServer.start(dataDir, settings);
                    RunningServer two = RunningServer.start(dataDir, settings)) {
                String token = one.accessToken();

                assertThat(two.get("/oidc/jwks").body())
                        .isEqualTo(one.get("/oidc/jwks").body());
                assertThat(two.send(two.request("/api/no-such-thing").header("Authorization", "Bearer " + token))
                                .statusCode())
                        .isEqualTo(404);
                assertThat(dataDir).isEmptyDirectory();
            }
        }
    }
}
